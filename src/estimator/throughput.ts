import type { ByteSample } from '../protocol/receipt.ts';
import { type BitsPerSecond, type Millis, rateOf } from '../protocol/units.ts';
import { bytesAt } from './counter.ts';
import { meanHalfWidth, median, trimmedHalfWidth, trimmedMean } from './statistics.ts';

/** Samples are compared in batches of this length: long enough to even out a scheduler's bursts, short enough for a 2 s verdict. */
export const BATCH_MS: Millis = 250;

/** The ramp is over where a batch exceeds the one before by less than this share (growth per batch of TCP's slow start is ≥ 2 × RTT-wise). */
export const RAMP_GROWTH = 0.1;

/** A batch this far below the median of all that follow it still belongs to the ramp. */
export const RAMP_SHORTFALL = 0.15;

/** At most this much is cut as ramp: what is slow for longer is the line, not the start. */
export const MAX_RAMP_MS: Millis = 3000;

export interface ThroughputEstimate {
  readonly bitsPerSecond: BitsPerSecond;
  /** Half-width of the 95 % interval of the mean, as a share of it; infinite while there are fewer than two batches. */
  readonly relativeHalfWidth: number;
  /** How much was cut at the beginning. */
  readonly rampMs: Millis;
  /** Whole batches after the ramp. */
  readonly batches: number;
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
 * Index of the first batch that is not ramp: growth has ended there (method.md's own finding: removing the ramp matters more than
 * the estimator), and no batch from there on is a straggler of the start. `settledAt` (ms since the first sample) is when the last
 * connection was added; nothing before it can be the line's rate.
 */
export const rampEnd = (rates: readonly BitsPerSecond[], settledAt: Millis): number => {
  const limit = Math.max(Math.min(rates.length - 1, MAX_RAMP_MS / BATCH_MS), 0);
  let cut = Math.min(Math.ceil(settledAt / BATCH_MS), limit);
  while (cut < limit && rates[cut + 1]! > rates[cut]! * (1 + RAMP_GROWTH)) cut++;
  while (cut < limit && rates[cut]! < (1 - RAMP_SHORTFALL) * median(rates.slice(cut + 1))) cut++;
  return cut;
};

/**
 * The rate of one direction from its cumulative byte counter. After the ramp it is the mean to the last sample, with the interval
 * that the spread of the batches gives it. Readings are taken by programs that stall for a moment and make up for it: where the
 * trimmed mean of the batches lies within the mean's own interval and is surer, it is the same quantity seen through less noise,
 * and is taken instead. A counter that ended within its first batch (a small plan on a very fast line) gives its plain mean,
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
  const kept = rates.slice(cut);
  const from = first.at + cut * BATCH_MS;
  const whole = rateOf(last.bytes - bytesAt(samples, from), last.at - from);
  const wholeWidth = meanHalfWidth(kept);
  const trimmedWidth = trimmedHalfWidth(kept);
  const useTrimmed = trimmedWidth < wholeWidth && Math.abs(trimmedMean(kept) - whole) <= wholeWidth;
  const bitsPerSecond = useTrimmed ? trimmedMean(kept) : whole;
  const halfWidth = useTrimmed ? trimmedWidth : wholeWidth;
  return {
    bitsPerSecond,
    relativeHalfWidth: bitsPerSecond > 0 ? halfWidth / bitsPerSecond : Number.POSITIVE_INFINITY,
    rampMs: from - first.at,
    batches: kept.length,
  };
};
