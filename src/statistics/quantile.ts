import { type Bin, type Histogram, valueOf, ZERO_BIN } from './histogram.ts';

/** How many values there are up to each bin, its own included: what ranks are found in, made once for all that is asked of a histogram. */
export type Ranks = ArrayLike<number>;

export const ranksOf = (histogram: Histogram): Ranks => {
  const ranks = new Uint32Array(histogram.length);
  let size = 0;
  for (let i = 0; i < ranks.length; i++) ranks[i] = size += histogram[i]!;
  return ranks;
};

/** How many values there are. */
export const countOf = (ranks: Ranks): number => ranks[ranks.length - 1]!;

/** The bin of the value that has `rank` values before it, 0 ≤ rank < size. */
export const binAtRank = (ranks: Ranks, rank: number): Bin => {
  if (rank >= countOf(ranks)) throw new RangeError(`There is no value of rank ${rank} among ${countOf(ranks)}.`);
  let [low, high] = [0, ranks.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranks[middle]! > rank) high = middle;
    else low = middle + 1;
  }
  return ZERO_BIN + low;
};

/**
 * Quantile by linear interpolation between order statistics (Hyndman & Fan 1996, type 7, as the estimator's), each of them read as its
 * bin's value: within {@link import('./histogram.ts').MAX_ERROR} of the exact one. Spreading values inside a bin would look finer and be
 * worse: values may all stand at one edge. Null where there is no value.
 */
export const quantileAt = (ranks: Ranks, share: number): number | null => {
  if (countOf(ranks) === 0) return null;
  const rank = (countOf(ranks) - 1) * share;
  const below = valueOf(binAtRank(ranks, Math.floor(rank)));
  const above = valueOf(binAtRank(ranks, Math.ceil(rank)));
  return below + (above - below) * (rank - Math.floor(rank));
};

export const quantileOf = (histogram: Histogram, share: number): number | null => quantileAt(ranksOf(histogram), share);
