import type { Observation, Phase } from '../../src/protocol/observation.ts';
import { PLANS } from '../../src/protocol/plan.ts';
import { type ByteSample, CURVE_STEP_MS, packCurve, type ReceiptClaims } from '../../src/protocol/receipt.ts';
import type { BitsPerSecond, Millis } from '../../src/protocol/units.ts';
import type { Visit } from './visit.ts';

/** What a point is ahead of the browser by: bytes in its send buffers. */
const BUFFERED_BYTES = 100_000;

/** How long a direction of a visit lasts: a little more than its plan's shortest, or all it allows. */
const durationOf = ({ plan, measured }: Visit, phase: 'download' | 'upload'): Millis => {
  const { minMs, maxMs } = PLANS[plan][phase];
  return measured.endReason === 'steady' ? minMs + 500 : maxMs;
};

/** A counter that grows evenly, read as often as a point reads its own. */
const readings = (rate: BitsPerSecond, durationMs: Millis): ByteSample[] =>
  Array.from({ length: durationMs / CURVE_STEP_MS + 1 }, (_, i) => ({
    at: i * CURVE_STEP_MS,
    bytes: Math.round((rate / 8000) * i * CURVE_STEP_MS),
  }));

/** What an honest engine would have seen of a visit: all of it steady, so that the estimator finds what was put in. */
export const steadyLog = (visit: Visit): Observation[] => {
  const { measured, plan, fate, flags } = visit;
  const { point, ipv6, ipFamily, connectMs4, connectMs6, idleMs } = measured;
  const samples = PLANS[plan].latencySamples;
  const log: Observation[] = [
    { kind: 'point-chosen', at: 40, pointId: point.id, scope: point.scope },
    ...flags.map((flag): Observation => ({ kind: 'flagged', at: 45, flag })),
    { kind: 'phase-began', at: 50, phase: 'latency' },
    ...roundTrips(
      visit,
      idleMs,
      Array.from({ length: samples }, (_, i) => 70 + i * 15),
    ),
    { kind: 'phase-ended', at: 600, phase: 'latency', reason: 'steady', countedMs: 500 },
    { kind: 'family-probed', at: 610, host: 'ipv4', reach: 'works', connectMs: connectMs4, ipFamily: 4 },
  ];
  if (ipv6 !== null) {
    const answered = ipv6 === 'works' ? 6 : null;
    log.push(
      { kind: 'family-probed', at: 611, host: 'ipv6', reach: ipv6, connectMs: connectMs6, ipFamily: answered },
      { kind: 'family-probed', at: 612, host: 'dual', reach: 'works', connectMs: null, ipFamily },
    );
  }
  log.push(...direction(visit, 'download', 1000));
  if (fate !== 'partial') log.push(...direction(visit, 'upload', 1500 + durationOf(visit, 'download')));
  return log;
};

const direction = (visit: Visit, phase: Extract<Phase, 'download' | 'upload'>, beganAt: Millis): Observation[] => {
  const { down, up, downMs, upMs, endReason } = visit.measured;
  const durationMs = durationOf(visit, phase);
  const seen = readings(phase === 'download' ? down : up, durationMs).map(({ at, bytes }) => ({
    at: beganAt + at,
    bytes,
  }));
  const trips = roundTrips(
    visit,
    phase === 'download' ? downMs : upMs,
    seen.map(({ at }) => at + 1),
  );
  return [
    { kind: 'phase-began', at: beganAt, phase },
    { kind: 'streams', at: beganAt, count: 4 },
    ...seen.flatMap(({ at, bytes }, i): Observation[] => [{ kind: 'bytes', at, bytes }, trips[i]!]),
    { kind: 'phase-ended', at: beganAt + durationMs, phase, reason: endReason, countedMs: durationMs },
  ];
};

/** Round trips around a median, as far from each other as the visit's jitter. */
const roundTrips = (
  { measured: { jitterMs } }: Visit,
  medianMs: Millis,
  instants: readonly Millis[],
): Observation[] => {
  const sway = Math.min(jitterMs, medianMs / 2);
  const ms = (i: number) => Math.round((medianMs + [0, sway, 0, -sway][i % 4]!) * 10) / 10;
  return instants.map((at, i) => ({ kind: 'round-trip', at, ms: ms(i) }));
};

/** What the point saw of it. */
export const claimsOf = (visit: Visit): ReceiptClaims => {
  const { testId, startedAt, operator, fate, measured } = visit;
  const { point, ipFamily, down, up } = measured;
  const ahead = Math.min(BUFFERED_BYTES, Math.round(down / 80));
  const sent = readings(down, durationOf(visit, 'download')).map(({ at, bytes }) => ({
    at,
    bytes: at === 0 ? 0 : bytes + ahead,
  }));
  return {
    iss: point.id,
    jti: testId,
    iat: Math.floor(startedAt / 1000),
    scope: point.scope,
    ipFamily,
    operator,
    download: packCurve(sent, 4),
    upload: fate === 'partial' ? null : packCurve(readings(up, durationOf(visit, 'upload')), 4),
    datagrams: null,
  };
};
