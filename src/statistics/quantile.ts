import { type Bin, type Histogram, valueOf } from './histogram.ts';

/** How many values there are up to each bin from `first` on, its own included: what ranks are found in, made once for all that is asked. */
export interface Ranks {
  readonly first: Bin;
  readonly upTo: Uint32Array;
}

export const ranksOf = ({ first, counts }: Histogram): Ranks => {
  const upTo = new Uint32Array(counts.length);
  let size = 0;
  for (let i = 0; i < upTo.length; i++) upTo[i] = size += counts[i]!;
  return { first, upTo };
};

/** How many values there are. */
export const countOf = ({ upTo }: Ranks): number => upTo[upTo.length - 1] ?? 0;

/** The bin of the value that has `rank` values before it, 0 ≤ rank < size. */
export const binAtRank = (ranks: Ranks, rank: number): Bin => {
  if (rank >= countOf(ranks)) throw new RangeError(`There is no value of rank ${rank} among ${countOf(ranks)}.`);
  const { first, upTo } = ranks;
  let [low, high] = [0, upTo.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (upTo[middle]! > rank) high = middle;
    else low = middle + 1;
  }
  return first + low;
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
