import * as v from 'valibot';
import type { BitsPerSecond, Bytes, Millis } from './units.ts';

/** What one direction may cost and when it may stop. */
export const DirectionPlanSchema = v.object({
  /** No verdict before this: a shorter look mistakes a burst for a rate. */
  minMs: v.number(),
  /** The direction ends here whatever is known. */
  maxMs: v.number(),
  /** The direction ends once this much was moved. */
  maxBytes: v.number(),
  /** It ends early once the 95 % interval of the mean is within ± this share of it. */
  precision: v.number(),
});
export type DirectionPlan = v.InferOutput<typeof DirectionPlanSchema>;

export const PLAN_NAMES = ['standard', 'saver', 'thorough'] as const;
export const PLAN_RULE = `plan must be one of ${PLAN_NAMES.join(', ')}`;
export const PlanNameSchema = v.picklist(PLAN_NAMES, PLAN_RULE);
export type PlanName = v.InferOutput<typeof PlanNameSchema>;

export const PlanSchema = v.object({
  name: PlanNameSchema,
  /** Idle latency ends after this many round trips or this many milliseconds, whichever is first. */
  latencySamples: v.number(),
  latencyMaxMs: v.number(),
  /** HTTP/1.1 browsers open at most six connections to one host. */
  maxStreams: v.number(),
  download: DirectionPlanSchema,
  upload: DirectionPlanSchema,
});
export type Plan = v.InferOutput<typeof PlanSchema>;

const direction = (minMs: Millis, maxMs: Millis, maxBytes: Bytes, precision: number): DirectionPlan => ({
  minMs,
  maxMs,
  maxBytes,
  precision,
});

/**
 * The three plans a page can ask for.
 * - `standard`: ± 1 %, at most 7 s and 320 MB a direction, which is 2.5 s of a gigabit.
 * - `saver`: for metered lines; never more than 25 MB both ways.
 * - `thorough`: at least 8 s a direction, for complaints and calibration.
 */
export const PLANS: Readonly<Record<PlanName, Plan>> = {
  standard: {
    name: 'standard',
    latencySamples: 30,
    latencyMaxMs: 1500,
    maxStreams: 6,
    download: direction(2000, 7000, 320e6, 0.01),
    upload: direction(2000, 7000, 320e6, 0.01),
  },
  saver: {
    name: 'saver',
    latencySamples: 20,
    latencyMaxMs: 1000,
    maxStreams: 6,
    download: direction(1250, 6000, 10e6, 0.03),
    upload: direction(1250, 6000, 10e6, 0.03),
  },
  thorough: {
    name: 'thorough',
    latencySamples: 60,
    latencyMaxMs: 3000,
    maxStreams: 6,
    download: direction(8000, 15_000, 1000e6, 0.005),
    upload: direction(8000, 15_000, 1000e6, 0.005),
  },
};

/** A direction that has reached its cap stops a round trip later; what a ticket lets through at the very most is this much more. */
export const IN_FLIGHT_FACTOR = 1.25;

/** The most one direction can cost, whatever happens: the point cuts it there. */
export const hardCapBytes = ({ maxBytes }: DirectionPlan): Bytes => Math.round(maxBytes * IN_FLIGHT_FACTOR);

/** A steady line is known after about this long a direction (ramp included); used only to tell people what a test costs. */
export const TYPICAL_DIRECTION_MS: Millis = 2500;

/** Bytes both directions together are expected to cost on a line of `rate`; never more than the plan's caps. */
export const expectedBytes = (plan: Plan, rate: BitsPerSecond): Bytes => {
  const one = ({ minMs, maxBytes }: DirectionPlan) =>
    Math.min(maxBytes, (rate / 8000) * Math.max(minMs, TYPICAL_DIRECTION_MS));
  return one(plan.download) + one(plan.upload);
};
