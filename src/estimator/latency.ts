import type { Latency } from '../protocol/result.ts';
import type { Millis } from '../protocol/units.ts';
import { mean, median, quantile } from './statistics.ts';

/** Hundredths of a millisecond are below every browser's clock step; more digits would only claim more than was seen. */
const hundredths = (ms: Millis): Millis => Math.round(ms * 100) / 100;

/** Round trips in the order they were seen → median, minimum, p95 and jitter; null without any. */
export const latencyOf = (roundTrips: readonly Millis[]): Latency | null => {
  if (roundTrips.length === 0) return null;
  const steps = roundTrips.slice(1).map((ms, i) => Math.abs(ms - roundTrips[i]!));
  return {
    medianMs: hundredths(median(roundTrips)),
    minMs: hundredths(Math.min(...roundTrips)),
    p95Ms: hundredths(quantile(roundTrips, 0.95)),
    jitterMs: steps.length > 0 ? hundredths(mean(steps)) : null,
    samples: roundTrips.length,
  };
};

const MS_PER_MINUTE = 60_000;

/**
 * Responsiveness under load: how many round trips a minute has, the slower direction counting (the unit of Apple's
 * `networkQuality` and of draft-ietf-ippm-responsiveness, which take it from HTTP requests under load both ways at once; here it
 * is the control connection's median). Null where a direction was not measured under load.
 */
export const roundTripsPerMinute = (download: Latency | null, upload: Latency | null): number | null => {
  const slower = Math.max(download?.medianMs ?? 0, upload?.medianMs ?? 0);
  return download && upload && slower > 0 ? Math.round(MS_PER_MINUTE / slower) : null;
};
