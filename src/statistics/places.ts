import type { Interval } from './median-interval.ts';

/** Places that one of a list may have, best first, 1 … n. One place where `from` is `to`. */
export interface Places {
  readonly from: number;
  readonly to: number;
}

/**
 * A ranking by what is known: one stands before another only where its whole interval lies higher. Whose intervals touch share their
 * places. `best` says whether high (rates) or low (latency) is good.
 */
export const placesOf = (intervals: readonly Interval[], best: 'high' | 'low'): Places[] => {
  const isAbove = (a: Interval, b: Interval) => (best === 'high' ? a.low > b.high : a.high < b.low);
  return intervals.map((one) => ({
    from: 1 + intervals.filter((other) => isAbove(other, one)).length,
    to: intervals.length - intervals.filter((other) => isAbove(one, other)).length,
  }));
};
