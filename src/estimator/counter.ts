import type { ByteSample } from '../protocol/receipt.ts';
import type { Bytes, Millis } from '../protocol/units.ts';

/** What a cumulative counter stood at, linear between its readings; its first or last reading outside them. */
export const bytesAt = (samples: readonly ByteSample[], at: Millis): Bytes => {
  const next = samples.findIndex((sample) => sample.at > at);
  if (next === -1) return samples.at(-1)!.bytes;
  if (next === 0) return samples[0]!.bytes;
  const from = samples[next - 1]!;
  const to = samples[next]!;
  return from.bytes + ((to.bytes - from.bytes) * (at - from.at)) / (to.at - from.at);
};
