import type { Latency, Throughput } from '../protocol/result.ts';
import type { Millis } from '../protocol/units.ts';

/** Round trips that grow by less than this, or … */
export const QUEUE_MS: Millis = 5;
/** … by less than this share of the idle ones, met no queue. */
export const QUEUE_SHARE = 0.1;

/**
 * Whether the connections filled the line. A full line has a queue before it, and round trips wait in it; one that keeps its queues
 * short lets its flows at least run evenly. A rate that never became steady without any queue is what the connections reached, not
 * what the line has: congestion control gave way to loss. Unknown latencies count as filled.
 */
export const isFilled = (rate: Throughput | null, idle: Latency | null, loaded: Latency | null): boolean =>
  rate === null ||
  rate.confidence !== 'low' ||
  idle === null ||
  loaded === null ||
  loaded.medianMs - idle.medianMs > Math.max(QUEUE_MS, idle.medianMs * QUEUE_SHARE);
