import * as v from 'valibot';
import { type Failure, FailureSchema } from './failure.ts';
import { FlagSchema } from './flag.ts';
import { EndReasonSchema, ReachSchema } from './observation.ts';
import { PlanNameSchema } from './plan.ts';
import { IpFamilySchema, PointScopeSchema } from './point.ts';
import { TestIdSchema } from './ticket.ts';

const nonNegative = v.pipe(v.number(), v.finite(), v.minValue(0));

/** How sure a rate is: half-width of its 95 % interval ≤ 3 % of it, ≤ 10 %, or wider. */
export const ConfidenceSchema = v.picklist(['high', 'medium', 'low']);
export type Confidence = v.InferOutput<typeof ConfidenceSchema>;

/** One direction. Rates are goodput at the receiver, bit/s, without any multiplier. */
export const ThroughputSchema = v.object({
  bitsPerSecond: nonNegative,
  /** All payload the direction moved, ramp included. */
  bytes: nonNegative,
  /** From the first payload to the end, ramp included. */
  durationMs: nonNegative,
  /** The most connections that carried it at once. */
  streams: nonNegative,
  confidence: ConfidenceSchema,
  /** 95 % interval of the rate, bit/s. */
  intervalLow: nonNegative,
  intervalHigh: nonNegative,
  endReason: EndReasonSchema,
});
export type Throughput = v.InferOutput<typeof ThroughputSchema>;

/** Round trips of one situation. `jitterMs` is the mean |difference| of consecutive round trips; null below two samples. */
export const LatencySchema = v.object({
  medianMs: nonNegative,
  minMs: nonNegative,
  p95Ms: nonNegative,
  jitterMs: v.nullable(nonNegative),
  samples: nonNegative,
});
export type Latency = v.InferOutput<typeof LatencySchema>;

/** The finished measurement, as every room and every embedding page sees it. What was not measured is null, never 0. */
export const ResultSchema = v.object({
  /** UUIDv7 of the collector; null when a run failed before it had a ticket. */
  testId: v.nullable(TestIdSchema),
  outcome: v.picklist(['complete', 'partial', 'cancelled', 'failed']),
  /** By the collector's clock, ISO 8601; null without a ticket. */
  startedAt: v.nullable(v.string()),
  /** `steady` when both rates were known to the plan's precision; else the first reason that was not. */
  endReason: EndReasonSchema,
  flags: v.array(FlagSchema),
  failure: v.nullable(FailureSchema),
  plan: v.nullable(PlanNameSchema),
  point: v.nullable(v.object({ id: v.string(), scope: PointScopeSchema })),
  operator: v.nullable(v.object({ asn: v.number(), name: v.string() })),
  ipFamily: v.nullable(IpFamilySchema),
  download: v.nullable(ThroughputSchema),
  upload: v.nullable(ThroughputSchema),
  latency: v.object({
    idle: v.nullable(LatencySchema),
    download: v.nullable(LatencySchema),
    upload: v.nullable(LatencySchema),
    /** Round trips per minute under load, by the slower direction; null where one was not measured. Absent before estimator 3. */
    rpm: v.optional(v.nullable(nonNegative), null),
  }),
  ipv6: v.object({
    /** Whether the visitor reaches the point by IPv6; null where the point has no IPv6. */
    ability: v.nullable(ReachSchema),
    connectMs4: v.nullable(nonNegative),
    connectMs6: v.nullable(nonNegative),
    /** The family the browser chose when it had both. */
    preferred: v.nullable(IpFamilySchema),
  }),
  /** Share of datagrams lost on their way, both ways together; null where not measured. */
  lossRatio: v.nullable(nonNegative),
  engineVersion: v.string(),
  estimatorVersion: v.string(),
});
export type Result = v.InferOutput<typeof ResultSchema>;

/** The version of the measuring code, in every result. */
export const ENGINE_VERSION = '0.1.0';

/** The formula's version: changes whenever the same observations would give another number. */
export const ESTIMATOR_VERSION = '3';

/** Versions that pages may still run; their results are compared with a tolerance instead of to the letter. */
export const EARLIER_ESTIMATOR_VERSIONS: readonly string[] = ['1', '2'];

/** A result without a single number: a run that was cancelled or could not start. */
export const emptyResult = (outcome: 'cancelled' | 'failed', why: Failure | null): Result => ({
  testId: null,
  outcome,
  startedAt: null,
  endReason: outcome,
  flags: [],
  failure: why,
  plan: null,
  point: null,
  operator: null,
  ipFamily: null,
  download: null,
  upload: null,
  latency: { idle: null, download: null, upload: null, rpm: null },
  ipv6: { ability: null, connectMs4: null, connectMs6: null, preferred: null },
  lossRatio: null,
  engineVersion: ENGINE_VERSION,
  estimatorVersion: ESTIMATOR_VERSION,
});
