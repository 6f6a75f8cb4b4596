import type { ByteSample } from '../protocol/receipt.ts';
import { type BitsPerSecond, type Millis, rateOf } from '../protocol/units.ts';
import { bytesAt } from './counter.ts';

/** A direction starts with this many connections … */
export const FIRST_STREAMS = 2;

/** … and has this many as soon as the line is fast enough for them: of few flows, every loss stops the whole counter. */
export const EARLY_STREAMS = 4;

/**
 * A connection is added only where each would have at least this rate: with less there are too few packets in flight to tell a loss
 * by those that follow it (RFC 5681: three), so every loss waits for a timer, and what it held back arrives in lumps.
 */
export const MIN_STREAM_RATE: BitsPerSecond = 0.5e6;

/** Connections are added at most this often … */
export const STREAM_STEP_MS: Millis = 250;

/** … when the newest stretch brought at least this much more than any before it, … */
export const STREAM_GAIN = 0.25;

/** … of two steps and, where there are enough for that, of four: bytes that a stall held back look like growth, but not for a second. */
const STRETCHES = [2, 4] as const;

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
  if (!last || samples.length < 2 || current >= max) return current;
  const affordable = Math.floor(rateNow(samples) / MIN_STREAM_RATE);
  if (current < EARLY_STREAMS) return affordable >= EARLY_STREAMS ? Math.min(EARLY_STREAMS, max) : current;
  if (last.at - lastAddedAt < STREAM_STEP_MS || affordable < current + STREAMS_PER_STEP) return current;
  return STRETCHES.every((steps) => outgrows(samples, steps)) ? Math.min(current + STREAMS_PER_STEP, max) : current;
};

/** Whether the newest stretch brought more than every one before it. Of the shortest there must have been one. */
const outgrows = (samples: readonly ByteSample[], steps: number): boolean => {
  const last = samples.at(-1)!;
  const past = Math.floor((last.at - samples[0]!.at) / STREAM_STEP_MS);
  const counts = Array.from({ length: past + 1 }, (_, back) => bytesAt(samples, last.at - back * STREAM_STEP_MS));
  const [now = 0, ...before] = counts.slice(steps).map((bytes, back) => counts[back]! - bytes);
  if (before.length === 0) return steps > STRETCHES[0];
  return now > Math.max(...before) * (1 + STREAM_GAIN);
};

/** Over the last step, or since the beginning. */
const rateNow = (samples: readonly ByteSample[]): BitsPerSecond => {
  const last = samples.at(-1)!;
  const from = Math.max(samples[0]!.at, last.at - STREAM_STEP_MS);
  return last.at > from ? rateOf(last.bytes - bytesAt(samples, from), last.at - from) : 0;
};
