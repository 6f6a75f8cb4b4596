import { type Curve, CURVE_STEP_MS, unpackCurve } from '../protocol/receipt.ts';
import type { Throughput } from '../protocol/result.ts';
import { type Millis, rateOf } from '../protocol/units.ts';
import { bytesAt } from './counter.ts';
import { quantile } from './statistics.ts';

/**
 * The point's curve is looked at a second at a time, every {@link CURVE_STEP_MS}: what it hands over leaves in bursts, on a line of
 * 3 Mbit/s a quarter of a second may have four times the rate of the next.
 */
const WINDOW_MS: Millis = 1000;

/**
 * How far a browser's download rate may lie below and above the middle 80 % of these seconds. The point sees bytes enter its send
 * buffers, the browser sees them arrive: the point is ahead by what fills the buffers, on a slow line by as much again.
 */
export const DOWNLOAD_RATE_TOLERANCE = { below: 0.25, above: 0.15 } as const;

/** A curve of fewer windows has no middle; its mean is all it tells, … */
const MIN_WINDOWS = 3;
/** … and that roughly, because its ends are as long as itself. */
const SHORT_CURVE_FACTOR = 2;

/** Whether the rate a browser claims is one that the point's curve of what it sent can bear out. */
export const agreesWithCurve = (claim: Throughput, sent: Curve): boolean => {
  const samples = unpackCurve(sent);
  const last = samples.at(-1)!;
  const windows = Math.max(Math.floor((last.at - WINDOW_MS) / CURVE_STEP_MS) + 1, 0);
  if (windows < MIN_WINDOWS) {
    const mean = rateOf(last.bytes, last.at);
    return claim.bitsPerSecond <= mean * SHORT_CURVE_FACTOR && claim.bitsPerSecond >= mean / SHORT_CURVE_FACTOR;
  }
  const rates = Array.from({ length: windows }, (_, i) => {
    const from = i * CURVE_STEP_MS;
    return rateOf(bytesAt(samples, from + WINDOW_MS) - bytesAt(samples, from), WINDOW_MS);
  });
  return (
    claim.bitsPerSecond >= quantile(rates, 0.1) * (1 - DOWNLOAD_RATE_TOLERANCE.below) &&
    claim.bitsPerSecond <= quantile(rates, 0.9) * (1 + DOWNLOAD_RATE_TOLERANCE.above)
  );
};
