import { createHash } from 'node:crypto';
import { LATE_AFTER_S } from '../../src/collector/judge.ts';
import type { ResultEntry } from '../../src/collector/result-store.ts';
import { vietnamMonth } from '../../src/collector/vietnam-calendar.ts';
import type { Flag } from '../../src/protocol/flag.ts';
import { PLANS } from '../../src/protocol/plan.ts';
import { PROVINCE_CODES } from '../../src/protocol/province.ts';
import { ENGINE_VERSION, ESTIMATOR_VERSION, type Latency, type Throughput } from '../../src/protocol/result.ts';
import type { ResultState, StoredResult } from '../../src/protocol/submission.ts';
import { rateOf, tenthsOf } from '../../src/protocol/units.ts';
import type { Measured } from './measure.ts';
import type { Visit } from './visit.ts';

/** The version of the consent text that simulated people agreed to. */
export const CONSENT_VERSION = 'simulated';

/** What a cheat's browser claims, as a multiple of what its receipt says. */
export const INFLATION = 10;

/** A lost point's message, as the engine words it. */
export const POINT_LOST = { code: 'point-lost', message: 'Simulated: the point went away.' } as const;

/**
 * What a collector would have stored of a visit that it keeps: what {@link import('../../src/collector/judge.ts').judge} makes of it,
 * without a recording and a receipt, which nobody made and which would be nine tenths of the store.
 */
export const entryOf = (visit: Visit, seed: number): ResultEntry => {
  const { testId, fate, measured, plan, receivedAt, startedAt } = visit;
  const isSigned = fate !== 'unsigned';
  const isPartial = fate === 'partial';
  const inflation = fate === 'inflated' ? INFLATION : 1;
  const upload = isPartial ? null : throughput(measured.up, visit, 'upload');
  const download = throughput(measured.down, visit, 'download', inflation);
  const loadedUp = isPartial ? null : measured.upMs;
  const result: StoredResult = {
    testId,
    outcome: isPartial ? 'partial' : 'complete',
    startedAt: new Date(startedAt).toISOString(),
    endReason: isPartial ? 'failed' : measured.endReason,
    flags: flagsOf(visit),
    failure: isPartial ? POINT_LOST : null,
    plan,
    point: { id: measured.point.id, scope: measured.point.scope },
    operator: isSigned ? visit.operator : null,
    ipFamily: measured.ipFamily,
    download,
    upload,
    latency: {
      idle: latency(measured.idleMs, measured, PLANS[plan].latencySamples),
      download: latency(measured.downMs, measured, 20),
      upload: loadedUp === null ? null : latency(loadedUp, measured, 20),
      rpm: loadedUp === null ? null : Math.round(60_000 / Math.max(measured.downMs, loadedUp)),
    },
    ipv6: {
      ability: measured.ipv6,
      connectMs4: measured.connectMs4,
      connectMs6: measured.connectMs6,
      preferred: measured.ipv6 === 'works' ? measured.ipFamily : null,
    },
    lossRatio: null,
    engineVersion: ENGINE_VERSION,
    estimatorVersion: ESTIMATOR_VERSION,
    state: STATES[fate] ?? 'verified',
    site: visit.site,
    context: visit.context,
    kiosk: visit.kiosk,
    access: visit.access,
    province: visit.province,
    provinceCodes: visit.province === null ? null : PROVINCE_CODES,
    receivedAt: new Date(receivedAt).toISOString(),
    receipt: null,
  };
  return {
    result,
    bodyHash: sha256(`simulated ${testId}`),
    consentVersion: CONSENT_VERSION,
    sourceKey: sha256(`simulated ${seed} ${vietnamMonth(result.receivedAt)} ${visit.address}`),
    recording: null,
  };
};

const STATES: Readonly<Partial<Record<Visit['fate'], ResultState>>> = { unsigned: 'unverified', inflated: 'disagrees' };

const flagsOf = ({ fate, flags, measured, site, isUnattributed, startedAt, receivedAt }: Visit): Flag[] => [
  ...flags,
  ...(measured.endReason === 'time-limit' ? (['time-limit'] as const) : []),
  ...(fate === 'unsigned' ? (['no-receipt', 'receipt-missing'] as const) : []),
  ...(fate === 'inflated' ? (['replay-differs', 'download-rate-differs'] as const) : []),
  ...(receivedAt > startedAt + LATE_AFTER_S * 1000 ? (['late'] as const) : []),
  ...(isUnattributed && site !== null ? (['unattributed'] as const) : []),
];

/** A direction of this rate, as long as its plan lets it be; `claimed` times what was moved. */
const throughput = (
  rate: number,
  { plan, measured: { endReason } }: Visit,
  direction: 'download' | 'upload',
  claimed = 1,
): Throughput => {
  const { minMs, maxMs, maxBytes, precision } = PLANS[plan][direction];
  const wantedMs = endReason === 'steady' ? minMs * 1.25 : maxMs;
  const bytes = Math.round(Math.min((rate / 8000) * wantedMs, maxBytes));
  const durationMs = Math.max(Math.round((bytes * 8000) / rate), 1);
  const halfWidth = endReason === 'steady' ? precision : 0.06;
  const bitsPerSecond = Math.round((claimed === 1 ? rate : rateOf(bytes, durationMs)) * claimed);
  return {
    bitsPerSecond,
    bytes,
    durationMs,
    streams: rate > 300e6 ? 6 : 4,
    confidence: endReason === 'steady' ? 'high' : 'medium',
    intervalLow: Math.round(bitsPerSecond * (1 - halfWidth)),
    intervalHigh: Math.round(bitsPerSecond * (1 + halfWidth)),
    endReason,
  };
};

const latency = (medianMs: number, { jitterMs }: Measured, samples: number): Latency => ({
  medianMs,
  minMs: tenthsOf(Math.max(medianMs - jitterMs, medianMs * 0.8)),
  p95Ms: tenthsOf(medianMs + 2 * jitterMs),
  jitterMs,
  samples,
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
