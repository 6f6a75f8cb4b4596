/** Sample statistics. Every function takes plain numbers and returns NaN-free results; empty input is the caller's mistake. */

export const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

/** Sample standard deviation (n − 1); 0 for a single value. */
export const deviation = (values: readonly number[]): number => {
  if (values.length < 2) return 0;
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, x) => sum + (x - centre) ** 2, 0) / (values.length - 1));
};

/** Quantile by linear interpolation between order statistics (Hyndman & Fan 1996, type 7). */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (sorted.length - 1) * share;
  const below = sorted[Math.floor(rank)]!;
  const above = sorted[Math.ceil(rank)]!;
  return below + (above - below) * (rank - Math.floor(rank));
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Two-sided 95 % points of Student's t for 1 … 30 degrees of freedom (standard tables); 1.96 beyond. */
const T95 = [
  12.71, 4.3, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23, 2.2, 2.18, 2.16, 2.14, 2.13, 2.12, 2.11, 2.1, 2.09, 2.09,
  2.08, 2.07, 2.07, 2.06, 2.06, 2.06, 2.05, 2.05, 2.05, 2.04,
];

/** Bounds of the lag-1 autocorrelation that {@link meanHalfWidth} corrects for; short series estimate it badly. */
const MIN_CORRELATION = -0.5;
const MAX_CORRELATION = 0.9;

/** Lag-1 autocorrelation, corrected for its bias of −1/n in short series (Marriott & Pope 1954); 0 where nothing varies. */
export const correlation = (values: readonly number[]): number => {
  const centre = mean(values);
  const variance = values.reduce((sum, x) => sum + (x - centre) ** 2, 0);
  if (variance === 0) return 0;
  const shared = values.slice(1).reduce((sum, x, i) => sum + (x - centre) * (values[i]! - centre), 0);
  return Math.min(Math.max(shared / variance + 1 / values.length, MIN_CORRELATION), MAX_CORRELATION);
};

/**
 * Half-width of the 95 % confidence interval of the mean of a series in time; infinite below two values. Neighbouring values
 * are not independent: a browser that stalls for a moment makes up for it in the next one (which makes the mean surer than
 * its parts), and a rate that drifts does the opposite. Both go in as the effective sample size of an AR(1) series.
 */
export const meanHalfWidth = (values: readonly number[]): number =>
  values.length < 2
    ? Number.POSITIVE_INFINITY
    : (t95(values.length) * deviation(values) * inflation(correlation(values))) / Math.sqrt(values.length);

const t95 = (count: number): number => T95[count - 2] ?? 1.96;

const inflation = (rho: number): number => Math.sqrt((1 + rho) / (1 - rho));
