import type { Millis } from './units.ts';

/** When to come back: the header's seconds, or its date (RFC 9110, 10.2.3) seen from `now` (ms since 1970); null without a usable one. */
export const retryAfterMs = (header: string | null, now: Millis): Millis | null => {
  if (header === null) return null;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? null : Math.max(ms, 0);
};
