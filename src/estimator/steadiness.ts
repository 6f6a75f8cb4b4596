import type { DirectionPlan } from '../protocol/plan.ts';
import type { ByteSample } from '../protocol/receipt.ts';
import type { EndReason } from '../protocol/observation.ts';
import type { Millis } from '../protocol/units.ts';
import type { ThroughputEstimate } from './throughput.ts';

/** A shorter look at the line after its ramp cannot tell a steady rate from a burst of the network or a queue that fills. */
export const MIN_STEADY_MS: Millis = 1000;

/** After this long, on a line that lets nobody be surer, … */
export const PATIENCE_MS: Millis = 4000;
/** … an interval this many times as wide is enough: the rest of the time limit would hardly narrow it. */
export const LATE_PRECISION_FACTOR = 2;

/** Whether a direction has measured enough, and why; null = go on. */
export const stopReason = (
  plan: DirectionPlan,
  samples: readonly ByteSample[],
  estimate: ThroughputEstimate | null,
): Extract<EndReason, 'steady' | 'time-limit' | 'byte-limit'> | null => {
  const last = samples.at(-1);
  if (!last) return null;
  const elapsed: Millis = last.at - samples[0]!.at;
  const precision = plan.precision * (elapsed >= PATIENCE_MS ? LATE_PRECISION_FACTOR : 1);
  if (
    estimate &&
    elapsed >= plan.minMs &&
    estimate.steadyMs >= MIN_STEADY_MS &&
    estimate.relativeHalfWidth <= precision
  )
    return 'steady';
  if (last.bytes >= plan.maxBytes) return 'byte-limit';
  if (elapsed >= plan.maxMs) return 'time-limit';
  return null;
};
