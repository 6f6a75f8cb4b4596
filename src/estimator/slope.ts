import type { ByteSample } from '../protocol/receipt.ts';
import type { Millis } from '../protocol/units.ts';
import { correlation, median } from './statistics.ts';

/** Fewer readings than this have no line through them that one late reading could not turn. */
export const MIN_READINGS = 6;

/** Residuals beyond this many (robust) standard deviations are stalls, and count as this much. */
const STALL_DEVIATIONS = 2.5;

/** Median absolute deviation → standard deviation of a normal distribution. */
const MAD_TO_DEVIATION = 1.4826;

/** Readings that scatter so much that the slope is less sure than this are mostly late ones: only the upper half of them counts. */
const MAX_EVEN_HALF_WIDTH = 0.03;

/** However alike neighbouring readings are, this much is new in a stretch of them. */
const MIN_EFFECTIVE_READINGS = 1.5;

/** A stall is made up for within this time; what leaves the line for longer, at its beginning or its end, has another rate. */
export const MAX_STALL_MS: Millis = 300;

/** A stall holds back no more than the line brings in this time; on a long way a lost packet does that for two round trips. */
export const MAX_HELD_MS: Millis = 600;

/** A straight line through a counter. */
export interface Slope {
  readonly bytesPerMs: number;
  /** Half-width of the 95 % interval of the slope. */
  readonly halfWidth: number;
  /** How far the mean rate from end to end is off the slope, stalls at the ends left out: 0 where the counter is one line. */
  readonly bend: number;
}

/**
 * Median of the slopes of all pairs of readings (Theil 1950, Sen 1968). On a full line the bytes keep arriving at the line's rate
 * while the reader, or a lost packet that everything behind it waits for, holds some of them back for a moment and hands them
 * over later: the noise is in the level of the counter, not in its rate. A mean takes that noise in at both of its ends; this
 * slope does not see it as long as fewer than 29 % of the readings are late.
 */
const medianSlope = (samples: readonly ByteSample[]): number => {
  const slopes = new Float64Array((samples.length * (samples.length - 1)) / 2);
  let count = 0;
  for (let i = 0; i < samples.length; i++)
    for (let j = i + 1; j < samples.length; j++) {
      const ms = samples[j]!.at - samples[i]!.at;
      if (ms > 0) slopes[count++] = (samples[j]!.bytes - samples[i]!.bytes) / ms;
    }
  const sorted = slopes.subarray(0, count).sort();
  return (sorted[(count - 1) >> 1]! + sorted[count >> 1]!) / 2;
};

/**
 * The line, and how sure its slope is: least squares' own formula on the residuals, with stalls cut to size, and with as many
 * readings as are independent of their neighbours. A rate that changes bends the counter; its residuals then resemble each other,
 * few of them count, and the interval says so. Null with fewer than {@link MIN_READINGS}.
 */
export const fitSlope = (samples: readonly ByteSample[]): Slope | null => {
  if (samples.length < MIN_READINGS) return null;
  const [first, last] = [samples[0]!.at, samples.at(-1)!.at];
  const spanMs = last - first;
  if (spanMs <= 0) return null;
  const slope = medianSlope(samples);
  const levels = samples.map(({ at, bytes }) => bytes - slope * at);
  const centre = median(levels);
  const offLine = levels.map((level) => level - centre);
  const limit = STALL_DEVIATIONS * MAD_TO_DEVIATION * median(offLine.map(Math.abs));
  // Whether a counter that has just left the line stalls or has another rate now shows later: until then the slope is unsure by that.
  const leaves = Math.abs(offLine.at(-1)!) > limit ? Math.abs(offLine.at(-1)!) / spanMs : 0;
  const halfWidth = Math.max(slopeHalfWidth(offLine, limit, spanMs), leaves);
  const within = (from: Millis, to: Millis) => offLine.filter((_, i) => samples[i]!.at >= from && samples[i]!.at <= to);
  const held = MAX_HELD_MS * slope;
  const bend =
    withoutStall(within(last - MAX_STALL_MS, last), held) - withoutStall(within(first, first + MAX_STALL_MS), held);
  const scatters = halfWidth > MAX_EVEN_HALF_WIDTH * slope;
  return {
    bytesPerMs: scatters ? medianSlope(samples.filter((_, i) => offLine[i]! >= 0)) : slope,
    halfWidth,
    bend: bend / spanMs,
  };
};

const slopeHalfWidth = (offLine: readonly number[], limit: number, spanMs: Millis): number => {
  const residuals = offLine.map((off) => Math.min(Math.max(off, -limit), limit));
  const variance = residuals.reduce((sum, x) => sum + x * x, 0) / (residuals.length - 2);
  const rho = Math.max(correlation(residuals), 0);
  const effective = Math.max((residuals.length * (1 - rho)) / (1 + rho), MIN_EFFECTIVE_READINGS);
  return (2 * Math.sqrt((12 * variance) / effective)) / spanMs;
};

/** How far an end is off the line: what comes nearest to it, unless more is missing than a stall can hold back. */
const withoutStall = (offLine: readonly number[], held: number): number => {
  const sorted = [...offLine].sort((a, b) => Math.abs(a) - Math.abs(b));
  return Math.abs(sorted.at(-1)!) > held ? sorted.at(-1)! : sorted[0]!;
};
