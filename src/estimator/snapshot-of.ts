import type { Plan } from '../protocol/plan.ts';
import type { ByteSample } from '../protocol/receipt.ts';
import type { Snapshot } from '../protocol/snapshot.ts';
import { type BitsPerSecond, type Millis, rateOf } from '../protocol/units.ts';
import type { Estimate } from './estimator.ts';
import { latencyOf } from './latency.ts';
import { settledAfter } from './direction.ts';
import { batchRates, estimateThroughput } from './throughput.ts';

/** The needle shows the mean of this much: shorter jumps, longer lags. */
const NEEDLE_MS: Millis = 500;

/** What a view may show now. `stage` is the phase where none is running. */
export const snapshotOf = (
  state: Estimate,
  {
    plan,
    elapsedMs,
    stage,
  }: { readonly plan: Plan; readonly elapsedMs: Millis; readonly stage: Snapshot['phase'] | null },
): Snapshot => {
  const { download, upload, latency } = state.phases;
  const active = state.phase === 'download' || state.phase === 'upload' ? state.phases[state.phase] : undefined;
  return {
    phase: state.phase ?? stage ?? 'choosing',
    elapsedMs,
    phaseProgress: !state.phase && stage === 'latency' ? 1 : progressOf(state, plan), // the last datagrams
    rate: active ? needleRate(active.samples) : null,
    downloadTrace: batchRates(download?.samples ?? []),
    uploadTrace: batchRates(upload?.samples ?? []),
    downloadRate: download
      ? (estimateThroughput(download.samples, settledAfter(download))?.bitsPerSecond ?? null)
      : null,
    uploadRate: upload ? (estimateThroughput(upload.samples, settledAfter(upload))?.bitsPerSecond ?? null) : null,
    idleLatencyMs: latencyOf((latency?.roundTrips ?? []).map(({ ms }) => ms))?.medianMs ?? null,
    bytesUsed: (download?.samples.at(-1)?.bytes ?? 0) + (upload?.samples.at(-1)?.bytes ?? 0),
    pointId: state.point?.id ?? null,
  };
};

const needleRate = (samples: readonly ByteSample[]): BitsPerSecond | null => {
  const last = samples.at(-1);
  if (!last) return null;
  const from = samples.findLast(({ at }) => at <= last.at - NEEDLE_MS) ?? samples[0]!;
  return rateOf(last.bytes - from.bytes, last.at - from.at);
};

/** Time and precision both end a phase; the bar follows whichever is nearer its end. */
const progressOf = (state: Estimate, plan: Plan): number => {
  const log = state.phase && state.phases[state.phase];
  if (!log) return 0;
  if (state.phase === 'latency') return Math.min(log.roundTrips.length / plan.latencySamples, 1);
  const limits = state.phase === 'upload' ? plan.upload : plan.download;
  const first = log.samples[0];
  const last = log.samples.at(-1);
  if (!first || !last) return 0;
  const elapsed = last.at - first.at;
  const halfWidth = estimateThroughput(log.samples, settledAfter(log))?.relativeHalfWidth ?? Number.POSITIVE_INFINITY;
  const precise = Math.min(elapsed / limits.minMs, limits.precision / halfWidth);
  return Math.min(Math.max(elapsed / limits.maxMs, last.bytes / limits.maxBytes, precise), 1);
};
