import type { ByteSample } from '../protocol/receipt.ts';
import { type BitsPerSecond, type Millis, rateOf } from '../protocol/units.ts';
import { bytesAt } from './counter.ts';
import { meanHalfWidth, median } from './statistics.ts';

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
  const limit = Math.min(rates.length - 1, MAX_RAMP_MS / BATCH_MS);
  let cut = Math.min(Math.ceil(settledAt / BATCH_MS), Math.max(limit, 0));
  while (cut < limit && rates[cut + 1]! > rates[cut]! * (1 + RAMP_GROWTH)) cut++;
  while (cut < limit && rates[cut]! < (1 - RAMP_SHORTFALL) * median(rates.slice(cut + 1))) cut++;
  return cut;
};

/**
 * The rate of one direction from its cumulative byte counter: the mean after the ramp, to the last sample, with the interval
 * that the spread of the batches gives it. Null before one batch has passed.
 */
export const estimateThroughput = (
  samples: readonly ByteSample[],
  settledAt: Millis = 0,
): ThroughputEstimate | null => {
  const rates = batchRates(samples);
  if (rates.length === 0) return null;
  const cut = rampEnd(rates, settledAt);
  const kept = rates.slice(cut);
  const first = samples[0]!;
  const last = samples.at(-1)!;
  const rampMs = cut * BATCH_MS;
  const bytesAfterRamp =
    last.bytes - first.bytes - (rates.slice(0, cut).reduce((sum, rate) => sum + rate, 0) * BATCH_MS) / 8000;
  const bitsPerSecond = rateOf(Math.max(bytesAfterRamp, 0), last.at - first.at - rampMs);
  return {
    bitsPerSecond,
    relativeHalfWidth: bitsPerSecond > 0 ? meanHalfWidth(kept) / bitsPerSecond : Number.POSITIVE_INFINITY,
    rampMs,
    batches: kept.length,
  };
};
