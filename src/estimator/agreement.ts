import { type Curve, unpackCurve } from '../protocol/receipt.ts';
import type { Throughput } from '../protocol/result.ts';
import { rateOf } from '../protocol/units.ts';
import { quantile } from './statistics.ts';
import { batchRates } from './throughput.ts';

/**
 * How far a browser's download rate may lie outside the middle 80 % of the point's own batch rates. The point sees bytes enter its
 * send buffers, the browser sees them arrive: the two agree on the rate, but not on any single quarter of a second.
 */
export const DOWNLOAD_RATE_TOLERANCE = 0.15;

/** A curve of fewer batches has no middle; its mean is all it tells, … */
const MIN_CURVE_BATCHES = 3;
/** … and that roughly, because its ends are as long as itself. */
const SHORT_CURVE_FACTOR = 2;

/** Whether the rate a browser claims is one that the point's curve of what it sent can bear out. */
export const agreesWithCurve = (claim: Throughput, sent: Curve): boolean => {
  const samples = unpackCurve(sent);
  const rates = batchRates(samples);
  if (rates.length < MIN_CURVE_BATCHES) {
    const mean = rateOf(samples.at(-1)!.bytes, samples.at(-1)!.at);
    return claim.bitsPerSecond <= mean * SHORT_CURVE_FACTOR && claim.bitsPerSecond >= mean / SHORT_CURVE_FACTOR;
  }
  return (
    claim.bitsPerSecond >= quantile(rates, 0.1) * (1 - DOWNLOAD_RATE_TOLERANCE) &&
    claim.bitsPerSecond <= quantile(rates, 0.9) * (1 + DOWNLOAD_RATE_TOLERANCE)
  );
};
