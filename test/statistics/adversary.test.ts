import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { quantile } from '../../src/estimator/statistics.ts';
import { type Ballot, drawVotes } from '../../src/statistics/draw-votes.ts';
import { histogramOf, MAX_ERROR } from '../../src/statistics/histogram.ts';
import { quantileOf } from '../../src/statistics/quantile.ts';
import { verdictOn } from '../../src/statistics/verdict.ts';
import { seeded } from '../estimator/line.ts';
import { linesOf } from './lines.ts';

interface Test extends Ballot {
  readonly bitsPerSecond: number;
}

let serial = 0;
const test = (source: string, bitsPerSecond: number, change: Partial<Test> = {}): Test => ({
  month: '2026-11',
  province: '48',
  provinceCodes: 'VN-2025',
  context: 'citizen',
  source,
  lot: createHash('sha256').update(`test ${serial++}`).digest('hex'),
  bitsPerSecond,
  ...change,
});
const honest = (count: number, seed: number): Test[] =>
  linesOf(count, seeded(seed)).map((rate, i) => test(`home ${i}`, rate));
const many = (count: number, make: (i: number) => Test): Test[] => Array.from({ length: count }, (_, i) => make(i));
const citizens = (tests: readonly Test[]) => drawVotes(tests).filter(({ context }) => context === 'citizen');
const histogram = (tests: readonly Test[]) => histogramOf(citizens(tests).map((each) => each.bitsPerSecond));
const medianOf = (tests: readonly Test[]) => quantileOf(histogram(tests), 0.5)!;

describe('a source that tests a thousand times in a month', () => {
  it('moves a median of 300 votes by no more than a bin, up or down', () => {
    for (let seed = 1; seed <= 20; seed++)
      for (const rate of [1e9, 0.1e6]) {
        const lines = honest(300, seed);
        const moved = medianOf([...lines, ...many(1000, () => test('stuffer', rate))]) / medianOf(lines);
        assert.equal(citizens([...lines, ...many(1000, () => test('stuffer', rate))]).length, 301);
        assert.ok(Math.abs(moved - 1) < 0.037, `${seed}: ${moved}`);
      }
  });

  it('has no second vote by saying that it is another operator or kind of line, for these come with the vote', () => {
    const tests = many(1000, (i) => ({ ...test('stuffer', 1e9), asn: i, access: i % 2 === 0 ? 'wifi' : '5g' }));
    assert.equal(drawVotes(tests).length, 1);
  });
});

describe('a forger with many sources', () => {
  it('moves a median by no more ranks than half of them, whatever they claim', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 300 }),
        fc.array(fc.double({ min: 0, max: 1e10, noNaN: true }), { maxLength: 40 }),
        fc.nat(),
        (count, forged, seed) => {
          const lines = honest(count, seed);
          const rates = lines.map((each) => each.bitsPerSecond);
          const median = medianOf([...lines, ...forged.map((rate, i) => test(`forger ${i}`, rate))]);
          const at = (rank: number) => quantile(rates, Math.min(Math.max(rank / (count - 1), 0), 1));
          const middle = (count - 1) / 2;
          const [low, high] = [at(Math.floor(middle - forged.length / 2)), at(Math.ceil(middle + forged.length / 2))];
          if (forged.length < count)
            assert.ok(low * (1 - MAX_ERROR) <= median && median <= high * (1 + MAX_ERROR), `${low} ${median} ${high}`);
        },
      ),
    );
  });

  it('does not lift a median of a hundred votes by a fifth with six of them', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const lines = honest(100, seed);
      const lifted = medianOf([...lines, ...many(6, (i) => test(`forger ${i}`, 1e9))]) / medianOf(lines);
      assert.ok(lifted < 1.2, `${seed}: ${lifted}`);
    }
  });
});

describe('a campaign day', () => {
  const lines = honest(120, 3);

  it('does not change the citizens’ figure, though its five hundred staff test at their own lines, too', () => {
    const campaign = [
      ...many(500, (i) => test(`home ${i % 120}`, 940e6, { context: 'campaign' })),
      ...many(500, () => test('office', 940e6, { context: 'office' })),
    ];
    assert.deepEqual(histogram([...campaign, ...lines]), histogram(lines));
  });

  it('is one vote where all of an office test at its line through the citizens’ page', () => {
    const office = many(500, () => test('office', 940e6));
    assert.equal(citizens([...lines, ...office]).length, 121);
  });

  it('keeps a figure from being published where its phones come through one page', () => {
    const phones = many(500, (i) => test(`phone ${i}`, 300e6));
    const votes = citizens([...lines, ...phones]).length;
    const verdict = verdictOn({ votes, sources: votes, topSiteVotes: 500, topSourceVotes: 1, isOneAccessKind: true });
    assert.deepEqual(verdict.reasons, [{ code: 'site-dominates', needs: 630 }]);
  });
});
