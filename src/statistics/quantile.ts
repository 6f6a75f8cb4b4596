import { type Bin, type Histogram, sizeOf, valueOf, ZERO_BIN } from './histogram.ts';

/** The bin of the value that has `rank` values before it, 0 ≤ rank < size. */
export const binAtRank = (histogram: Histogram, rank: number): Bin => {
  let before = 0;
  for (let i = 0; i < histogram.length; i++) {
    before += histogram[i]!;
    if (rank < before) return ZERO_BIN + i;
  }
  throw new RangeError(`There is no value of rank ${rank} among ${before}.`);
};

/**
 * Quantile by linear interpolation between order statistics (Hyndman & Fan 1996, type 7, as the estimator's), each of them read as its
 * bin's value: within {@link import('./histogram.ts').MAX_ERROR} of the exact one. Spreading values inside a bin would look finer and be
 * worse: values may all stand at one edge. Null where there is no value.
 */
export const quantileOf = (histogram: Histogram, share: number): number | null => {
  const size = sizeOf(histogram);
  if (size === 0) return null;
  const rank = (size - 1) * share;
  const below = valueOf(binAtRank(histogram, Math.floor(rank)));
  const above = valueOf(binAtRank(histogram, Math.ceil(rank)));
  return below + (above - below) * (rank - Math.floor(rank));
};
