import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { COMMUNE_THRESHOLDS, type Evidence, PROVINCE_THRESHOLDS, verdictOn } from '../../src/statistics/verdict.ts';

const sound: Evidence = { votes: 100, sources: 100, topSiteVotes: 40, topSourceVotes: 1, isOneAccessKind: true };

describe('the verdict on a figure', () => {
  it('lets a hundred votes of many sources and sites through, provisionally up to three hundred', () => {
    assert.deepEqual(verdictOn(sound), { publishable: true, provisional: true, reasons: [], needs: 0 });
    assert.equal(verdictOn({ ...sound, votes: 299 }).provisional, true);
    assert.equal(verdictOn({ ...sound, votes: 300 }).provisional, false);
  });

  it('names every reason against it, and how many votes more would do', () => {
    const cases: readonly [Partial<Evidence>, string, number | null][] = [
      [{ votes: 99, topSiteVotes: 1 }, 'too-few-votes', 1],
      [{ sources: 49 }, 'too-few-sources', 1],
      [{ topSiteVotes: 41 }, 'site-dominates', 3],
      [{ votes: 120, topSourceVotes: 7 }, 'source-dominates', 20],
      [{ isOneAccessKind: false }, 'access-mixed', null],
    ];
    for (const [change, code, needs] of cases)
      assert.deepEqual(verdictOn({ ...sound, ...change }), {
        publishable: false,
        provisional: false,
        reasons: [{ code, needs }],
        needs: needs ?? 0,
      });
    const nothing = verdictOn({ votes: 0, sources: 0, topSiteVotes: 0, topSourceVotes: 0, isOneAccessKind: true });
    assert.deepEqual(nothing.reasons, [
      { code: 'too-few-votes', needs: 100 },
      { code: 'too-few-sources', needs: 50 },
    ]);
    assert.equal(nothing.needs, 100);
  });

  it('does not take one kiosk and nine officers who test ten times each for a hundred samples', () => {
    assert.deepEqual(
      verdictOn({ ...sound, votes: 10, sources: 10, topSiteVotes: 10 }).reasons.map(({ code }) => code),
      ['too-few-votes', 'too-few-sources'],
    );
  });

  it('asks three hundred of a commune', () => {
    assert.equal(verdictOn(sound, COMMUNE_THRESHOLDS).needs, 200);
  });

  it('holds its word: as many votes more as it says, from new sources and other sites, are enough; one less is not', () => {
    const anyEvidence = fc.record({
      votes: fc.nat({ max: 400 }),
      site: fc.nat({ max: 400 }),
      known: fc.nat({ max: 400 }),
    });
    fc.assert(
      fc.property(anyEvidence, ({ votes, site, known }) => {
        const before: Evidence = {
          ...sound,
          votes,
          sources: Math.min(known, votes),
          topSiteVotes: Math.min(site, votes),
          topSourceVotes: Math.min(1, votes),
        };
        const after = (more: number) =>
          verdictOn({ ...before, votes: votes + more, sources: before.sources + more }, PROVINCE_THRESHOLDS);
        const { needs, publishable } = verdictOn(before);
        assert.equal(publishable, needs === 0);
        assert.equal(after(needs).publishable, true);
        if (needs > 0) assert.equal(after(needs - 1).publishable, false);
      }),
    );
  });
});
