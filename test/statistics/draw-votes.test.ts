import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { CONTEXTS } from '../../src/protocol/context.ts';
import { type Ballot, drawVotes } from '../../src/statistics/draw-votes.ts';

/** Few of everything, so that ballots meet. */
const anyBallots: fc.Arbitrary<Ballot[]> = fc.uniqueArray(
  fc.record({
    month: fc.constantFrom('2026-10', '2026-11'),
    province: fc.constantFrom('01', '48'),
    provinceCodes: fc.constantFrom('VN-2025', 'VN-2008'),
    context: fc.constantFrom(...CONTEXTS),
    source: fc.option(fc.constantFrom('a', 'b', 'c'), { freq: 5 }),
    lot: fc.nat({ max: 1e6 }).map((lot) => lot.toString(16).padStart(6, '0')),
  }),
  { selector: ({ lot }) => lot, maxLength: 60 },
);

/** By loops over everything: a ballot has the vote unless another one after the same has a lesser lot. */
const bruteForce = (ballots: readonly Ballot[]): Ballot[] =>
  ballots.filter(
    (one) =>
      one.source === null ||
      !ballots.some(
        (other) =>
          other.source === one.source &&
          other.month === one.month &&
          other.province === one.province &&
          other.provinceCodes === one.provinceCodes &&
          other.context === one.context &&
          other.lot < one.lot,
      ),
  );

const inOrder = (ballots: readonly Ballot[]) => [...ballots].sort((a, b) => (a.lot < b.lot ? -1 : 1));

describe('the draw of votes', () => {
  it('gives the votes that loops over all ballots give', () => {
    fc.assert(
      fc.property(anyBallots, (ballots) => assert.deepEqual(inOrder(drawVotes(ballots)), inOrder(bruteForce(ballots)))),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order, nor on a ballot that comes twice', () => {
    fc.assert(
      fc.property(
        anyBallots.chain((ballots) =>
          fc.tuple(fc.constant(ballots), fc.shuffledSubarray(ballots, { minLength: ballots.length })),
        ),
        ([ballots, shuffled]) =>
          assert.deepEqual(inOrder(drawVotes([...shuffled, ...ballots])), inOrder(drawVotes(ballots))),
      ),
    );
  });

  it('of the draws of two parts is the draw of the whole', () => {
    fc.assert(
      fc.property(anyBallots, fc.nat({ max: 60 }), (ballots, cut) => {
        const parts = [...drawVotes(ballots.slice(0, cut)), ...drawVotes(ballots.slice(cut))];
        assert.deepEqual(inOrder(drawVotes(parts)), inOrder(drawVotes(ballots)));
      }),
    );
  });
});
