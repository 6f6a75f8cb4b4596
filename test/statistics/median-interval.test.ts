import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { histogramOf } from '../../src/statistics/histogram.ts';
import { EXACT_UP_TO, medianInterval, outerRank } from '../../src/statistics/median-interval.ts';
import { quantileOf } from '../../src/statistics/quantile.ts';
import { seeded } from '../estimator/line.ts';
import { anyValues } from './any-values.ts';
import { linesOf } from './lines.ts';

/** Probability of at most `most` heads in `size` tosses, by whole numbers. */
const headsAtMost = (most: number, size: number): number => {
  let ways = 1n;
  let sum = 0n;
  for (let heads = 0; heads <= most; heads++) {
    sum += ways;
    ways = (ways * BigInt(size - heads)) / BigInt(heads + 1);
  }
  return Number((sum * 10n ** 15n) / 2n ** BigInt(size)) / 1e15;
};

describe('the ranks of an interval', () => {
  it('leave as many values outside as 2.5 % on each side allow, and not one more', () => {
    for (const size of [6, 7, 8, 9, 10, 11, 30, 99, 100, 101, 300, 777, EXACT_UP_TO]) {
      const rank = outerRank(size)!;
      assert.ok(headsAtMost(rank, size) <= 0.025, `${size}: ${rank}`);
      assert.ok(headsAtMost(rank + 1, size) > 0.025, `${size}: ${rank}`);
    }
  });

  it('are those of the tables', () => {
    // Conover, Practical Nonparametric Statistics; 1-based there: 1–6 of 6, 2–9 of 10, 10–21 of 30, 40–61 of 100.
    assert.deepEqual([6, 10, 30, 100].map(outerRank), [0, 1, 9, 39]);
    assert.deepEqual([0, 1, 5].map(outerRank), [null, null, null]);
  });

  it('are no more than one off where the normal distribution takes over', () => {
    for (const size of [1001, 1002, 1500, 2000]) {
      const rank = outerRank(size)!;
      assert.ok(headsAtMost(rank - 1, size) <= 0.025 && headsAtMost(rank + 2, size) > 0.025, `${size}: ${rank}`);
    }
  });
});

describe('the interval of a median', () => {
  it('holds the interval that the values themselves give, and the median', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const histogram = histogramOf(values);
        const interval = medianInterval(histogram);
        const rank = outerRank(values.length);
        if (rank === null) return assert.equal(interval, null);
        const sorted = [...values].sort((a, b) => a - b);
        const median = quantileOf(histogram, 0.5)!;
        assert.ok(interval!.low <= sorted[rank]! && sorted[values.length - 1 - rank]! < interval!.high);
        assert.ok(interval!.low <= median && median <= interval!.high);
      }),
    );
  });

  it('holds the true median in 95 of 100 cells, and is not much wider than it must be', () => {
    const dice = seeded(7);
    let [held, width] = [0, 0];
    const cells = 2000;
    for (let i = 0; i < cells; i++) {
      const { low, high } = medianInterval(histogramOf(linesOf(100, dice)))!;
      if (low <= 100e6 && 100e6 < high) held++;
      width += (high - low) / 100e6 / cells;
    }
    assert.ok(held / cells >= 0.95 && held / cells < 0.985, `${held / cells}`);
    // ±20 % is what a hundred lines of this spread give by their values; the rest is a bin, 3.7 %.
    assert.ok(width > 0.4 && width < 0.48, `${width}`);
  });
});
