import * as v from 'valibot';
import { ENGINE_FLAGS } from './flag.ts';
import { IpFamilySchema, PointScopeSchema } from './point.ts';
import type { ReceiptClaims } from './receipt.ts';
import type { Bytes, Millis } from './units.ts';

export const PHASES = ['latency', 'download', 'upload'] as const;
export const PhaseSchema = v.picklist(PHASES);
export type Phase = v.InferOutput<typeof PhaseSchema>;

/** Why a phase ended. `steady` = the rate is known to the plan's precision. */
export const EndReasonSchema = v.picklist(['steady', 'time-limit', 'byte-limit', 'cancelled', 'failed']);
export type EndReason = v.InferOutput<typeof EndReasonSchema>;

/** How an attempt to reach the point by one family went. */
export const ReachSchema = v.picklist(['works', 'fails', 'timeout']);
export type Reach = v.InferOutput<typeof ReachSchema>;

/** No run lasts longer than this; a log that says so is not one, and replaying it could take for ever. */
export const MAX_RUN_MS: Millis = 180_000;

/** Whole milliseconds on the run's monotonic clock, 0 = the run's start. */
const At = v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_RUN_MS));

/** Since the entry before; an upload's first reading is dated back to when its counter began. */
const Step = v.pipe(v.number(), v.minValue(-MAX_RUN_MS), v.maxValue(MAX_RUN_MS));

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

const facts = [
  /** Measuring starts (again) against this point: whatever was seen of another one no longer counts. */
  v.object({ kind: v.literal('point-chosen'), at: At, pointId: v.string(), scope: PointScopeSchema }),
  v.object({ kind: v.literal('phase-began'), at: At, phase: PhaseSchema }),
  v.object({
    kind: v.literal('phase-ended'),
    at: At,
    phase: PhaseSchema,
    reason: EndReasonSchema,
    /** Span from the counter's first reading to the last one that counts, by the counter's clock; what trickles in after the stop does not. */
    countedMs: At,
  }),
  /** The number of connections that carry payload changed. */
  v.object({ kind: v.literal('streams'), at: At, count: v.number() }),
  /** Whether the point answers by IPv4 only, by IPv6 only, and by the name that has both. */
  v.object({
    kind: v.literal('family-probed'),
    at: At,
    host: v.picklist(['ipv4', 'ipv6', 'dual']),
    reach: ReachSchema,
    /** TCP (and TLS) set-up; null where the browser reused a connection or does not tell. */
    connectMs: v.nullable(v.number()),
    /** The family the answer really came over; null without an answer. */
    ipFamily: v.nullable(IpFamilySchema),
  }),
  /** How many datagrams the browser sent and how many of them came back; how many arrived at the point is in the receipt. */
  v.object({ kind: v.literal('datagrams'), at: At, sent: Count, echoed: Count }),
  v.object({ kind: v.literal('flagged'), at: At, flag: v.picklist(ENGINE_FLAGS) }),
] as const;

/**
 * One timestamped fact the engine saw (IPPM's singleton, RFC 2330). `bytes` is the receiver's cumulative counter of the
 * phase that runs: the browser's while downloading, the point's while uploading. `round-trip` is stamped when its answer came.
 */
export type Observation =
  | v.InferOutput<(typeof facts)[number]>
  | { readonly kind: 'bytes'; readonly at: Millis; readonly bytes: Bytes }
  | { readonly kind: 'round-trip'; readonly at: Millis; readonly ms: Millis }
  | { readonly kind: 'receipt'; readonly at: Millis; readonly claims: ReceiptClaims };

/**
 * Observations on the wire: the two frequent kinds as tuples of [kind, ms since the entry before, bytes more | round trip in ms],
 * the receipt left out (it travels signed, beside the recording).
 */
export const RecordingSchema = v.pipe(
  v.array(
    v.union([
      v.tuple([v.literal('b'), Step, v.pipe(v.number(), v.minValue(0))]),
      v.tuple([v.literal('r'), Step, v.pipe(v.number(), v.minValue(0))]),
      v.variant('kind', facts),
    ]),
  ),
  v.maxLength(2000),
);
export type Recording = v.InferOutput<typeof RecordingSchema>;

/**
 * Packs a log for posting, in at most 5 kB. Where there is a receipt, upload counters are dropped: the receipt's curve is the point's
 * own word for them, and the estimator uses that one anyway. So is all that was seen of a point that was given up.
 */
export const packRecording = (log: readonly Observation[]): Recording => {
  const hasReceipt = log.some(({ kind }) => kind === 'receipt');
  const chosen = log.findLastIndex(({ kind }) => kind === 'point-chosen');
  const packed: Recording = [];
  let [at, bytes, phase]: [Millis, Bytes, Phase | null] = [0, 0, null];
  for (const [i, seen] of log.entries()) {
    if (seen.kind === 'phase-began') [phase, bytes] = [seen.phase, 0];
    if (seen.kind === 'receipt' || (i < chosen && seen.kind !== 'flagged')) continue;
    if (seen.kind === 'bytes') {
      if (hasReceipt && phase === 'upload') continue;
      packed.push(['b', seen.at - at, seen.bytes - bytes]);
      bytes = seen.bytes;
    } else packed.push(seen.kind === 'round-trip' ? ['r', seen.at - at, seen.ms] : seen);
    at = seen.at;
  }
  return packed;
};

/** The log again, in its order. */
export const unpackRecording = (recording: Recording): Observation[] => {
  let [at, bytes]: [Millis, Bytes] = [0, 0];
  return recording.map((entry): Observation => {
    if (!Array.isArray(entry)) {
      at = entry.at;
      if (entry.kind === 'phase-began') bytes = 0;
      return entry;
    }
    at += entry[1];
    if (entry[0] === 'r') return { kind: 'round-trip', at, ms: entry[2] };
    bytes += entry[2];
    return { kind: 'bytes', at, bytes };
  });
};
