import type { Flag } from '../protocol/flag.ts';
import type { EndReason } from '../protocol/observation.ts';
import { ENGINE_VERSION, ESTIMATOR_VERSION, type Latency, type Result } from '../protocol/result.ts';
import type { Millis } from '../protocol/units.ts';
import { throughputOf } from './direction.ts';
import type { Estimate, PhaseLog } from './estimator.ts';
import { isFilled } from './filled.ts';
import { latencyOf, roundTripsPerMinute } from './latency.ts';
import { lossRatioOf } from './loss.ts';

/** What a result says that no observation knows: whose run it was, and why it was cut short. */
export type RunIdentity = Pick<Result, 'testId' | 'startedAt' | 'plan' | 'failure'>;

/** Round trips this early in a direction are not under load yet: the queue fills with the ramp. */
export const LOADED_AFTER_MS: Millis = 500;

/** The finished measurement, from everything that was observed. */
export const resultOf = (state: Estimate, identity: RunIdentity): Result => {
  const download = throughputOf(state, 'download');
  const upload = throughputOf(state, 'upload');
  const idle = latencyOf((state.phases.latency?.roundTrips ?? []).map(({ ms }) => ms));
  const loaded = { download: loadedLatency(state.phases.download), upload: loadedLatency(state.phases.upload) };
  const filled = isFilled(download, idle, loaded.download) && isFilled(upload, idle, loaded.upload);
  const complete = download !== null && upload !== null && idle !== null && identity.failure === null;
  return {
    testId: identity.testId,
    outcome: complete ? 'complete' : (download ?? upload) ? 'partial' : 'failed',
    startedAt: identity.startedAt,
    endReason: endReasonOf(state, identity),
    flags: filled ? flagsOf(state) : [...flagsOf(state), 'not-filled'],
    failure: identity.failure,
    plan: identity.plan,
    point: state.point,
    operator: state.receipt?.operator ?? null,
    ipFamily: state.receipt?.ipFamily ?? probe(state, 'dual')?.ipFamily ?? null,
    download,
    upload,
    latency: { idle, ...loaded, rpm: roundTripsPerMinute(loaded.download, loaded.upload) },
    ipv6: {
      ability: probe(state, 'ipv6')?.reach ?? null,
      connectMs4: probe(state, 'ipv4')?.connectMs ?? null,
      connectMs6: probe(state, 'ipv6')?.connectMs ?? null,
      preferred: bothReached(state) ? (probe(state, 'dual')?.ipFamily ?? null) : null,
    },
    lossRatio: lossRatioOf(state),
    engineVersion: ENGINE_VERSION,
    estimatorVersion: ESTIMATOR_VERSION,
  };
};

const loadedLatency = (log: PhaseLog | undefined): Latency | null =>
  log ? latencyOf(log.roundTrips.filter(({ at }) => at - log.beganAt >= LOADED_AFTER_MS).map(({ ms }) => ms)) : null;

const probe = ({ families }: Estimate, host: 'ipv4' | 'ipv6' | 'dual') => families.find((seen) => seen.host === host);

/** A preference can only show where there was a choice. */
const bothReached = (state: Estimate): boolean =>
  probe(state, 'ipv4')?.reach === 'works' && probe(state, 'ipv6')?.reach === 'works';

const endReasonOf = ({ phases }: Estimate, { failure }: RunIdentity): EndReason => {
  if (failure) return 'failed';
  const reasons = [phases.download?.ended?.reason ?? 'failed', phases.upload?.ended?.reason ?? 'failed'] as const;
  return reasons.find((reason) => reason !== 'steady') ?? 'steady';
};

const flagsOf = (state: Estimate): Flag[] => {
  const reasons = [state.phases.download?.ended?.reason, state.phases.upload?.ended?.reason];
  const derived: Flag[] = (['byte-limit', 'time-limit'] as const).filter((reason) => reasons.includes(reason));
  if (state.phases.upload?.ended && !state.receipt) derived.push('no-receipt');
  return [...state.flags, ...derived];
};
