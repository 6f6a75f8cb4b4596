import { type Histogram, lowerEdge, upperEdge } from './histogram.ts';
import { binAtRank, countOf, type Ranks, ranksOf } from './quantile.ts';

/** What is left out on each side of a 95 % interval. */
const TAIL = 0.025;

/** The normal distribution's point for {@link TAIL} (standard tables). */
const Z = 1.96;

/** Up to here ranks are exact; 2^−n is still a number, and above it the normal distribution gives the same rank or its neighbour. */
export const EXACT_UP_TO = 1000;

/** Bounds between which the true median lies with 95 %. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The 95 % interval of the median from order statistics: nothing is assumed of the values but that they are independent (David & Nagaraja,
 * Order Statistics, 7.1). Bounds are the outer edges of their bins, so it holds the interval that the values themselves give: what parts
 * here parts there. Null below six values, which say nothing with 95 %.
 */
export const medianIntervalAt = (ranks: Ranks): Interval | null => {
  const size = countOf(ranks);
  const rank = outerRank(size);
  if (rank === null) return null;
  return {
    low: lowerEdge(binAtRank(ranks, rank)),
    high: upperEdge(binAtRank(ranks, size - 1 - rank)),
  };
};

export const medianInterval = (histogram: Histogram): Interval | null => medianIntervalAt(ranksOf(histogram));

/**
 * How many of `size` values stay outside of the interval on each side: as many as fall on one side of the median, by tosses of a fair coin,
 * with no more than {@link TAIL}. Null where not even the outermost two are far enough apart.
 */
export const outerRank = (size: number): number | null => {
  if (size > EXACT_UP_TO) return Math.floor((size - 1 - Z * Math.sqrt(size)) / 2);
  let probability = 0.5 ** size;
  let tail = probability;
  if (tail > TAIL) return null;
  for (let heads = 1; ; heads++) {
    probability *= (size - heads + 1) / heads;
    tail += probability;
    if (tail > TAIL) return heads - 1;
  }
};
