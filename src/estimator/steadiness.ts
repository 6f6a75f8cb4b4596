import type { DirectionPlan } from '../protocol/plan.ts';
import type { ByteSample } from '../protocol/receipt.ts';
import type { EndReason } from '../protocol/observation.ts';
import type { Millis } from '../protocol/units.ts';
import type { ThroughputEstimate } from './throughput.ts';

/** Fewer batches after the ramp than this cannot tell a steady line from a lucky one. */
export const MIN_BATCHES = 5;

/** Whether a direction has measured enough, and why; null = go on. */
export const stopReason = (
  plan: DirectionPlan,
  samples: readonly ByteSample[],
  estimate: ThroughputEstimate | null,
): Extract<EndReason, 'steady' | 'time-limit' | 'byte-limit'> | null => {
  const last = samples.at(-1);
  if (!last) return null;
  const elapsed: Millis = last.at - samples[0]!.at;
  if (
    estimate &&
    elapsed >= plan.minMs &&
    estimate.batches >= MIN_BATCHES &&
    estimate.relativeHalfWidth <= plan.precision
  )
    return 'steady';
  if (last.bytes >= plan.maxBytes) return 'byte-limit';
  if (elapsed >= plan.maxMs) return 'time-limit';
  return null;
};
