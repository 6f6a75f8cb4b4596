import type { ByteSample } from '../protocol/receipt.ts';
import type { Millis } from '../protocol/units.ts';
import { bytesAt } from './counter.ts';

/** A direction starts with this many connections: one flow alone is slow off the mark, and its every loss stops the whole counter. */
export const FIRST_STREAMS = 4;

/** Connections are added at most this often … */
export const STREAM_STEP_MS: Millis = 250;

/** … when the last two steps together brought at least this much more than any two before: a stall that is made up for brings less. */
export const STREAM_GAIN = 0.25;

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
  const steps = Math.floor((last.at - samples[0]!.at) / STREAM_STEP_MS);
  const counts = Array.from({ length: steps + 1 }, (_, back) => bytesAt(samples, last.at - back * STREAM_STEP_MS));
  const [now = 0, ...before] = counts.slice(2).map((bytes, back) => counts[back]! - bytes);
  return before.length > 0 && now > Math.max(...before) * (1 + STREAM_GAIN)
    ? Math.min(current + STREAMS_PER_STEP, max)
    : current;
};
