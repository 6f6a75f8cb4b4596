import * as v from 'valibot';
import { FailureCodeSchema } from './failure.ts';
import { ID_PATTERN, ID_RULE } from './identifier.ts';
import type { Millis } from './units.ts';
import { VersionSchema } from './version.ts';

/** One kiosk of a site, as its operator names it. */
export const KioskIdSchema = v.pipe(v.string(), v.regex(ID_PATTERN, `kiosk must be ${ID_RULE}`));

/** A kiosk says this often that it is there. */
export const KIOSK_HEARTBEAT_MS: Millis = 300_000;

/** Of what a page counts while it is open; 32 bits hold it. */
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31 - 1));

/** `POST /v1/kiosks/{site}/{kiosk}/heartbeat`: believed where the page's origin is the site's. Answered 204. */
export const KioskHeartbeatSchema = v.object({
  version: VersionSchema,
  /** The last run's failure; null where the last run gave a result, or none was made since the start. */
  lastFailure: v.nullable(FailureCodeSchema),
  /** Results since the page was loaded. */
  results: count,
  /** Seconds since the page was loaded. */
  uptimeS: count,
});
export type KioskHeartbeat = v.InferOutput<typeof KioskHeartbeatSchema>;
