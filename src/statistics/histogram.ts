/** Ten thousandths apart would be noise, tenths apart would hide a tariff: 64 bins a decade keep every quantile within {@link MAX_ERROR}. */
export const BINS_PER_DECADE = 64;

/** Serial number of a bin; bin 0 begins at 1, in whatever unit the values are (bit/s, ms). */
export type Bin = number;

/** Bins reach from a thousandth (1 µs in milliseconds) to 10¹² (1 Tbit/s in bit/s). */
export const FIRST_BIN: Bin = -3 * BINS_PER_DECADE;
export const LAST_BIN: Bin = 12 * BINS_PER_DECADE - 1;

/** Holds 0 and what is below the first bin; its value is 0. */
export const ZERO_BIN: Bin = FIRST_BIN - 1;

/**
 * How far a value may be from the one its bin stands for, and so a quantile from the exact one: half a bin, 10^(1/128) − 1 = 1.82 %,
 * with the edges rounded to nine digits.
 */
export const MAX_ERROR = 0.019;

const EDGE_DECIMALS = 8;

/** 10^(i/64) to nine digits: decimals and no formula, so that every language and database has the very same edges. */
const MANTISSAS = Array.from({ length: BINS_PER_DECADE }, (_, i) =>
  Math.round(10 ** (i / BINS_PER_DECADE) * 10 ** EDGE_DECIMALS),
);

const edgeOf = (bin: Bin): number => {
  const decade = Math.floor(bin / BINS_PER_DECADE);
  return Number(`${MANTISSAS[bin - decade * BINS_PER_DECADE]!}e${decade - EDGE_DECIMALS}`);
};

/** Lower edges of all bins from the first one on, and the upper edge of the last one. */
const EDGES = Array.from({ length: LAST_BIN - FIRST_BIN + 2 }, (_, i) => edgeOf(FIRST_BIN + i));

/** A bin holds from its lower edge, included, to the next one's. */
export const lowerEdge = (bin: Bin): number => (bin === ZERO_BIN ? 0 : EDGES[bin - FIRST_BIN]!);
export const upperEdge = (bin: Bin): number => EDGES[bin - FIRST_BIN + 1]!;

/** The bin of a value, which must not be negative; the last one for whatever is above it. */
export const binOf = (value: number): Bin => {
  if (value < lowerEdge(FIRST_BIN)) return ZERO_BIN;
  const near = Math.min(Math.max(Math.floor(Math.log10(value) * BINS_PER_DECADE), FIRST_BIN), LAST_BIN);
  // A logarithm is good to its last digit or two, which is one bin off at an edge; the edges decide.
  if (value < lowerEdge(near)) return near - 1;
  return near < LAST_BIN && value >= upperEdge(near) ? near + 1 : near;
};

/** What a bin stands for: its middle on the logarithmic scale. */
export const valueOf = (bin: Bin): number => Math.sqrt(lowerEdge(bin) * upperEdge(bin));

/**
 * How many values fell into each bin, from bin `first` on; outside of these there is none. Addition is exact: any region, operator or period
 * is the sum of its parts. Values of one measure keep to some hundred of a thousand bins, and a year of all provinces is two thousand
 * histograms: the empty ends are left out ({@link takeFrom}), what lies between is an array, because nothing is added and searched faster.
 */
export interface Histogram {
  readonly first: Bin;
  readonly counts: ArrayLike<number>;
}

/** A histogram that values are added to. Counts to 4 billion: everybody on earth is not that many lines. */
export interface Counts extends Histogram {
  readonly counts: Uint32Array;
}

export const emptyHistogram = (): Counts => ({
  first: ZERO_BIN,
  counts: new Uint32Array(LAST_BIN - ZERO_BIN + 1),
});

/** Adds so many values to a bin. */
export const addTo = ({ first, counts }: Counts, bin: Bin, votes: number): void => {
  counts[bin - first]! += votes;
};

/** What was counted, without the empty ends: the one form that equal histograms have. The counts are empty then, for the next one. */
export const takeFrom = ({ first, counts }: Counts): Histogram => {
  let [low, high] = [0, counts.length];
  while (high > 0 && counts[high - 1] === 0) high--;
  if (high === 0) return NO_VALUES;
  while (counts[low] === 0) low++;
  const taken = { first: first + low, counts: counts.slice(low, high) };
  counts.fill(0, low, high);
  return taken;
};

const NO_VALUES: Histogram = { first: ZERO_BIN, counts: new Uint32Array(0) };

export const histogramOf = (values: Iterable<number>): Histogram => {
  const counts = emptyHistogram();
  for (const value of values) addTo(counts, binOf(value), 1);
  return takeFrom(counts);
};

/** The histogram of all values together. */
export const merge = (...histograms: readonly Histogram[]): Histogram => {
  let [low, end] = [LAST_BIN + 1, ZERO_BIN];
  for (const { first, counts } of histograms) {
    if (counts.length === 0) continue;
    low = Math.min(low, first);
    end = Math.max(end, first + counts.length);
  }
  if (low >= end) return NO_VALUES;
  const sums = new Uint32Array(end - low);
  for (const { first, counts } of histograms)
    for (let i = 0, to = first - low; i < counts.length; i++, to++) sums[to]! += counts[i]!;
  return { first: low, counts: sums };
};

/** How many values there are. */
export const sizeOf = ({ counts }: Histogram): number => {
  let size = 0;
  for (let i = 0; i < counts.length; i++) size += counts[i]!;
  return size;
};

/** The bins that hold something, ascending, and how much. */
export const filledBins = ({ first, counts }: Histogram): { readonly bin: Bin; readonly votes: number }[] =>
  Array.from(counts, (votes, i) => ({ bin: first + i, votes })).filter(({ votes }) => votes > 0);
