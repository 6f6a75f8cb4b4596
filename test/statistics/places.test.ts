import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { placesOf } from '../../src/statistics/places.ts';

const anyIntervals = fc.array(
  fc.tuple(fc.nat({ max: 50 }), fc.nat({ max: 20 })).map(([low, width]) => ({ low, high: low + width })),
  { maxLength: 30 },
);

describe('the places of a ranking', () => {
  it('are single where intervals part, and shared where they touch', () => {
    const intervals = [
      { low: 10, high: 20 },
      { low: 80, high: 90 },
      { low: 20, high: 40 },
    ];
    assert.deepEqual(placesOf(intervals, 'high'), [
      { from: 2, to: 3 },
      { from: 1, to: 1 },
      { from: 2, to: 3 },
    ]);
    assert.deepEqual(placesOf(intervals, 'low'), [
      { from: 1, to: 2 },
      { from: 3, to: 3 },
      { from: 1, to: 2 },
    ]);
  });

  it('hold the place of every true value that lies in its interval', () => {
    fc.assert(
      fc.property(
        anyIntervals,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 30, maxLength: 30 }),
        (intervals, parts) => {
          const values = intervals.map(({ low, high }, i) => low + (high - low) * parts[i]!);
          for (const [i, { from, to }] of placesOf(intervals, 'high').entries()) {
            const better = values.filter((value) => value > values[i]!).length;
            const notWorse = values.filter((value) => value >= values[i]!).length;
            assert.ok(from <= notWorse && better + 1 <= to, `${from}–${to}`);
          }
        },
      ),
    );
  });

  it('turn around when low is best', () => {
    fc.assert(
      fc.property(anyIntervals, (intervals) => {
        const turned = placesOf(intervals, 'high').map(({ from, to }) => ({
          from: intervals.length + 1 - to,
          to: intervals.length + 1 - from,
        }));
        assert.deepEqual(placesOf(intervals, 'low'), turned);
      }),
    );
  });
});
