import type { ByteSample } from '../protocol/receipt.ts';
import { type BitsPerSecond, type Millis, rateOf } from '../protocol/units.ts';
import { bytesAt } from './counter.ts';
import { fitSlope } from './slope.ts';
import { meanHalfWidth, median } from './statistics.ts';

/** Samples are compared in batches of this length: long enough to even out a scheduler's bursts, short enough for a 2 s verdict. */
export const BATCH_MS: Millis = 250;

/** The ramp is over where a batch exceeds the one before by less than this share (growth per batch of TCP's slow start is ≥ 2 × RTT-wise). */
export const RAMP_GROWTH = 0.1;

/** A batch this far below the median of all that follow it still belongs to the ramp. */
export const RAMP_SHORTFALL = 0.15;

/** So many batches that differ by less than {@link RAMP_GROWTH} are no ramp, however far below the rest: the line itself was slower. */
export const PLATEAU_BATCHES = 3;

/** At most this much is cut as ramp: what is slow for longer is the line, not the start. */
export const MAX_RAMP_MS: Millis = 3000;

/** A slope surer than this is the line's rate; where it is not, the rate itself varies, and its mean over time is what there is to tell. */
export const MAX_SLOPE_HALF_WIDTH = 0.1;

/** A counter that bends by more than this share of its rate has no one rate. */
export const MAX_BEND = 0.05;

export interface ThroughputEstimate {
  readonly bitsPerSecond: BitsPerSecond;
  /** Half-width of the 95 % interval, as a share of the rate; infinite while there is too little to tell. */
  readonly relativeHalfWidth: number;
  /** How much was cut at the beginning. */
  readonly rampMs: Millis;
  /** What was looked at after it. */
  readonly steadyMs: Millis;
}

/** Rate of each whole batch, from cumulative readings at uneven times. */
export const batchRates = (samples: readonly ByteSample[]): BitsPerSecond[] => {
  const first = samples[0];
  if (!first) return [];
  const batches = Math.floor((samples.at(-1)!.at - first.at) / BATCH_MS);
  const counts = Array.from({ length: batches + 1 }, (_, i) => bytesAt(samples, first.at + i * BATCH_MS));
  return counts.slice(1).map((bytes, i) => rateOf(bytes - counts[i]!, BATCH_MS));
};

/**
 * Index of the first batch that is not ramp: growth has ended there (on recorded runs, removing the ramp matters more than
 * the estimator), and it is no straggler of the start. Once a batch has come near the rest, the start is over: what falls back
 * later is the line. `settledAt` (ms since the first sample) is when the last connection was added; nothing before it can be the
 * line's rate.
 */
export const rampEnd = (rates: readonly BitsPerSecond[], settledAt: Millis): number => {
  const limit = Math.max(Math.min(rates.length - 1, MAX_RAMP_MS / BATCH_MS), 0);
  let cut = 0;
  while (cut < limit && rates[cut + 1]! > rates[cut]! * (1 + RAMP_GROWTH)) cut++;
  while (cut < limit && rates[cut]! < (1 - RAMP_SHORTFALL) * median(rates.slice(cut + 1)) && !isPlateau(rates, cut))
    cut++;
  return Math.max(cut, Math.min(Math.ceil(settledAt / BATCH_MS), limit));
};

const isPlateau = (rates: readonly BitsPerSecond[], from: number): boolean => {
  const batches = rates.slice(from, from + PLATEAU_BATCHES);
  return batches.length === PLATEAU_BATCHES && Math.max(...batches) < (1 + RAMP_GROWTH) * Math.min(...batches);
};

/**
 * The rate of one direction from its cumulative byte counter. After the ramp it is the slope of the counter ({@link fitSlope}) where
 * the counter is a line; where the rate itself varies, it is the mean to the last reading, with the interval that the spread of
 * the batches gives it. A counter that ended within a few readings (a small plan on a very fast line) gives its plain mean,
 * without any certainty. Null before anything has moved.
 */
export const estimateThroughput = (
  samples: readonly ByteSample[],
  settledAt: Millis = 0,
): ThroughputEstimate | null => {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.at <= first.at) return null;
  const rates = batchRates(samples);
  const cut = rampEnd(rates, settledAt);
  const from = first.at + cut * BATCH_MS;
  const window = { rampMs: from - first.at, steadyMs: last.at - from };
  const slope = window.steadyMs < BATCH_MS ? null : fitSlope(samples.filter(({ at }) => at >= from));
  const isLine =
    slope !== null &&
    slope.bytesPerMs > 0 &&
    slope.halfWidth <= MAX_SLOPE_HALF_WIDTH * slope.bytesPerMs &&
    Math.abs(slope.bend) <= MAX_BEND * slope.bytesPerMs;
  if (isLine)
    return {
      bitsPerSecond: rateOf(slope.bytesPerMs, 1),
      relativeHalfWidth: slope.halfWidth / slope.bytesPerMs,
      ...window,
    };
  const mean = rateOf(last.bytes - bytesAt(samples, from), last.at - from);
  const halfWidth = meanHalfWidth(rates.slice(cut));
  return {
    bitsPerSecond: mean,
    relativeHalfWidth: slope && mean > 0 ? halfWidth / mean : Number.POSITIVE_INFINITY,
    ...window,
  };
};
