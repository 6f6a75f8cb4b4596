import * as v from 'valibot';
import type { Bytes, Millis } from './units.ts';
import { IpFamilySchema, PointScopeSchema } from './point.ts';
import { TestIdSchema } from './ticket.ts';

/** One reading of a byte counter. */
export interface ByteSample {
  /** Since the clock that counts began (the run's for the engine, the first byte's for a point). */
  readonly at: Millis;
  /** Cumulative since the phase began. */
  readonly bytes: Bytes;
}

/**
 * Bytes over time in one direction, by the point's own clock: alternating [Δms, Δbytes, …] from the first byte on,
 * a reading at most every {@link CURVE_STEP_MS}.
 */
export const CurveSchema = v.object({
  steps: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.maxLength(1000)),
  /** The most connections that carried it at once. */
  streams: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
export type Curve = v.InferOutput<typeof CurveSchema>;

/** A point reads its counters this often: fine enough for the estimator's 250 ms batches, coarse enough for a 10 kB receipt. */
export const CURVE_STEP_MS: Millis = 100;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What a point saw of the datagrams of one test. */
export const DatagramClaimsSchema = v.object({
  /** How many different ones arrived. */
  received: count,
  /** The highest serial number that arrived, plus one: the browser sent no fewer. */
  sentAtLeast: count,
});
export type DatagramClaims = v.InferOutput<typeof DatagramClaimsSchema>;

/** `typ` of a receipt's header: the key that signs it signs other things, too (RFC 8725, 3.11). */
export const RECEIPT_TYPE = 'receipt+jwt';

/** What a point saw of one test, signed by the point's own key (EdDSA). It says nothing that only the browser knows. */
export const ReceiptClaimsSchema = v.object({
  /** Point id. */
  iss: v.string(),
  /** Test id. */
  jti: TestIdSchema,
  /** Seconds since 1970. */
  iat: v.number(),
  scope: PointScopeSchema,
  ipFamily: IpFamilySchema,
  /** The visitor's network as the point's own table knows it. */
  operator: v.nullable(v.object({ asn: v.number(), name: v.string() })),
  /** What the point handed to its sockets; null where nothing was asked for. */
  download: v.nullable(CurveSchema),
  /** What the point received. */
  upload: v.nullable(CurveSchema),
  /** Null or absent where no datagrams were asked for. */
  datagrams: v.optional(v.nullable(DatagramClaimsSchema)),
});
export type ReceiptClaims = v.InferOutput<typeof ReceiptClaimsSchema>;

/** Samples → curve. Times are rounded to whole milliseconds without letting the rounding add up. */
export const packCurve = (samples: readonly ByteSample[], streams: number): Curve => {
  const steps: number[] = [];
  let at = 0;
  let bytes = 0;
  for (const sample of samples) {
    const now = Math.round(sample.at);
    steps.push(now - at, sample.bytes - bytes);
    at = now;
    bytes = sample.bytes;
  }
  return { steps, streams };
};

/** Curve → samples, the first one at 0 with 0 bytes. */
export const unpackCurve = ({ steps }: Curve): ByteSample[] => {
  const samples: ByteSample[] = [{ at: 0, bytes: 0 }];
  let at = 0;
  let bytes = 0;
  for (let i = 0; i + 1 < steps.length; i += 2) {
    at += steps[i]!;
    bytes += steps[i + 1]!;
    samples.push({ at, bytes });
  }
  return samples;
};
