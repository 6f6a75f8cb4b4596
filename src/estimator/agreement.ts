import { type Curve, unpackCurve } from '../protocol/receipt.ts';
import type { Throughput } from '../protocol/result.ts';
import { quantile } from './statistics.ts';
import { batchRates } from './throughput.ts';

/**
 * How far a browser's download rate may lie outside the middle 80 % of the point's own batch rates. The point sees bytes enter its
 * send buffers, the browser sees them arrive: the two agree on the rate, but not on any single quarter of a second.
 */
export const DOWNLOAD_RATE_TOLERANCE = 0.15;

/** A curve shorter than this many batches bounds nothing. */
const MIN_CURVE_BATCHES = 3;

/** Whether the rate a browser claims is one that the point's curve of what it sent can bear out. */
export const agreesWithCurve = (claim: Throughput, sent: Curve): boolean => {
  const rates = batchRates(unpackCurve(sent));
  if (rates.length < MIN_CURVE_BATCHES) return true;
  return (
    claim.bitsPerSecond >= quantile(rates, 0.1) * (1 - DOWNLOAD_RATE_TOLERANCE) &&
    claim.bitsPerSecond <= quantile(rates, 0.9) * (1 + DOWNLOAD_RATE_TOLERANCE)
  );
};
