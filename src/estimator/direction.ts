import type { ByteSample } from '../protocol/receipt.ts';
import { unpackCurve } from '../protocol/receipt.ts';
import type { Confidence, Throughput } from '../protocol/result.ts';
import type { Millis } from '../protocol/units.ts';
import type { Estimate, PhaseLog } from './estimator.ts';
import { estimateThroughput } from './throughput.ts';

/** A rate is `high` in confidence when its 95 % interval is within ± 3 % of it, `medium` within ± 10 %. */
export const CONFIDENCE_HALF_WIDTHS = { high: 0.03, medium: 0.1 } as const;

const confidenceOf = (relativeHalfWidth: number): Confidence =>
  relativeHalfWidth <= CONFIDENCE_HALF_WIDTHS.high
    ? 'high'
    : relativeHalfWidth <= CONFIDENCE_HALF_WIDTHS.medium
      ? 'medium'
      : 'low';

/**
 * The readings that count: the browser's own for a download. For an upload the ones the point signed, up to where the phase was
 * stopped; where it signed none, none: once there is a receipt, the browser's word for an upload is worth nothing.
 */
const countedSamples = (
  { receipt }: Estimate,
  direction: 'download' | 'upload',
  log: PhaseLog,
): readonly ByteSample[] => {
  if (direction === 'download' || !receipt) return log.samples;
  return unpackCurve(receipt.upload ?? { steps: [], streams: 0 }).filter(
    ({ at }) => !log.ended || at <= log.ended.countedMs,
  );
};

/** How long after the phase began the last connection was added: nothing before that can be the line's rate. */
export const settledAfter = ({ streamsAddedAt, beganAt }: PhaseLog): Millis => streamsAddedAt - beganAt;

/** One direction of a result; null where it never moved long enough for a number. */
export const throughputOf = (state: Estimate, direction: 'download' | 'upload'): Throughput | null => {
  const log = state.phases[direction];
  if (!log) return null;
  const samples = countedSamples(state, direction, log);
  const estimate = estimateThroughput(samples, settledAfter(log));
  if (!estimate || estimate.bitsPerSecond <= 0) return null;
  const { bitsPerSecond, relativeHalfWidth } = estimate;
  const halfWidth = bitsPerSecond * Math.min(relativeHalfWidth, 1);
  return {
    bitsPerSecond: Math.round(bitsPerSecond),
    bytes: samples.at(-1)!.bytes,
    durationMs: Math.round(samples.at(-1)!.at - samples[0]!.at),
    streams: log.streams,
    confidence: confidenceOf(relativeHalfWidth),
    intervalLow: Math.round(bitsPerSecond - halfWidth),
    intervalHigh: Math.round(bitsPerSecond + halfWidth),
    endReason: log.ended?.reason ?? 'failed',
  };
};
