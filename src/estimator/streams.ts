import type { ByteSample } from '../protocol/receipt.ts';
import { type BitsPerSecond, type Millis, rateOf } from '../protocol/units.ts';
import { bytesAt } from './counter.ts';

/** A direction starts with this many connections: one could be limited by a single flow's window. */
export const FIRST_STREAMS = 2;

/** The rate is compared this often while connections are being added. */
export const STREAM_STEP_MS: Millis = 250;

/** Connections are added while each step brings at least this much more. */
export const STREAM_GAIN = 0.1;

/** How many are added at a time. */
export const STREAMS_PER_STEP = 2;

/**
 * How many connections should carry payload now. They are added while the rate still grows, whether by slow start or by the
 * connections themselves, and never taken away: more flows than needed cost nothing on a line that is full.
 */
export const wantedStreams = (
  samples: readonly ByteSample[],
  current: number,
  lastAddedAt: Millis,
  max: number,
): number => {
  const last = samples.at(-1);
  if (!last || current >= max || last.at - lastAddedAt < STREAM_STEP_MS) return current;
  if (last.at - samples[0]!.at < 2 * STREAM_STEP_MS) return current;
  const now = rateBetween(samples, last.at - STREAM_STEP_MS, last.at);
  const before = rateBetween(samples, last.at - 2 * STREAM_STEP_MS, last.at - STREAM_STEP_MS);
  return now > 0 && now > before * (1 + STREAM_GAIN) ? Math.min(current + STREAMS_PER_STEP, max) : current;
};

const rateBetween = (samples: readonly ByteSample[], from: Millis, to: Millis): BitsPerSecond =>
  rateOf(bytesAt(samples, to) - bytesAt(samples, from), to - from);
