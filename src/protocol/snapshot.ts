import type { Phase } from './observation.ts';
import type { BitsPerSecond, Bytes, Millis } from './units.ts';

/** All a view may show of a run at one instant. Frozen; at most 15 a second leave the worker. */
export interface Snapshot {
  /** `choosing` = looking for the nearest point; `finishing` = waiting for the receipt. */
  readonly phase: 'choosing' | Phase | 'finishing';
  readonly elapsedMs: Millis;
  /** 0 to 1 within the phase: time used of its limit, or precision reached, whichever is further. */
  readonly phaseProgress: number;
  /** Rate of the last half second in the phase that runs; null outside download and upload. */
  readonly rate: BitsPerSecond | null;
  /** Rates so far, one per 250 ms, for the trace of each direction. */
  readonly downloadTrace: readonly BitsPerSecond[];
  readonly uploadTrace: readonly BitsPerSecond[];
  /** Best knowledge so far of each number; null until there is any. */
  readonly downloadRate: BitsPerSecond | null;
  readonly uploadRate: BitsPerSecond | null;
  readonly idleLatencyMs: Millis | null;
  /** Payload of both directions. */
  readonly bytesUsed: Bytes;
  readonly pointId: string | null;
}
