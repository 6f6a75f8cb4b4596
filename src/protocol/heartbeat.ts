import * as v from 'valibot';
import type { Millis } from './units.ts';

/** A point says this often that it is there, … */
export const HEARTBEAT_MS: Millis = 20_000;

/** … and is offered to nobody once it has not for this long: two may be lost. */
export const ALIVE_MS: Millis = 65_000;

/** Clocks of points and collector may differ by this much. */
export const HEARTBEAT_TOLERANCE_S = 120;

/** `typ` of a heartbeat's JWS: the same key signs receipts, and neither may pass for the other. */
export const HEARTBEAT_TYPE = 'heartbeat+jwt';

/** `POST /v1/points/{id}/heartbeat`: a compact JWS by the point's own key (EdDSA). */
export const HeartbeatSchema = v.object({
  /** Point id. */
  iss: v.string(),
  /** Seconds since 1970. */
  iat: v.number(),
  version: v.pipe(v.string(), v.maxLength(40)),
  openTests: v.pipe(v.number(), v.integer(), v.minValue(0)),
  maxTests: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
export type Heartbeat = v.InferOutput<typeof HeartbeatSchema>;
