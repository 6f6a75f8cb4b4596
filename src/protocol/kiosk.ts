import * as v from 'valibot';
import { FailureCodeSchema } from './failure.ts';
import { ID_PATTERN, ID_RULE } from './identifier.ts';
import type { Millis } from './units.ts';

/** One kiosk of a site, as its operator names it. */
export const KioskIdSchema = v.pipe(v.string(), v.regex(ID_PATTERN, `kiosk must be ${ID_RULE}`));

/** A kiosk says this often that it is there. */
export const KIOSK_HEARTBEAT_MS: Millis = 300_000;

/** `POST /v1/kiosks/{site}/{kiosk}/heartbeat`: believed where the page's origin is the site's. Answered 204. */
export const KioskHeartbeatSchema = v.object({
  version: v.pipe(v.string(), v.maxLength(40)),
  /** The last run's failure; null where the last run gave a result, or none was made since the start. */
  lastFailure: v.nullable(FailureCodeSchema),
  /** Results since the page was loaded. */
  results: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Seconds since the page was loaded. */
  uptimeS: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
export type KioskHeartbeat = v.InferOutput<typeof KioskHeartbeatSchema>;
