import { isDeepStrictEqual } from 'node:util';
import { agreesWithCurve } from '../estimator/agreement.ts';
import { agreesWithDatagrams } from '../estimator/loss.ts';
import { replay } from '../estimator/replay.ts';
import { COLLECTOR_FLAGS, type Flag, isEngineFlag } from '../protocol/flag.ts';
import { MAX_RUN_MS, type Observation, unpackRecording } from '../protocol/observation.ts';
import { type DirectionPlan, PLANS } from '../protocol/plan.ts';
import { PROVINCE_CODES } from '../protocol/province.ts';
import { type Curve, CURVE_STEP_MS, type ReceiptClaims, unpackCurve } from '../protocol/receipt.ts';
import { EARLIER_ESTIMATOR_VERSIONS, type Result, type Throughput } from '../protocol/result.ts';
import type { StoredResult, Submission } from '../protocol/submission.ts';
import { TICKET_LIFE_S, type TicketClaims } from '../protocol/ticket.ts';
import type { Bytes, Millis } from '../protocol/units.ts';
import { issueTimeOf } from './issue-ticket.ts';
import type { CommuneRegistry } from './commune-registry.ts';
import type { OperatorRegistry } from './operator-registry.ts';
import type { ReceiptReading, Signer } from './read-receipt.ts';
import { scopeOf } from './scope-of.ts';
import { vietnamMonth } from './vietnam-calendar.ts';

/** A test may begin until its ticket expires and takes little more than a minute; what comes later waited in an outbox. */
export const LATE_AFTER_S = TICKET_LIFE_S + 120;

/** All that is known about a result when it comes in. */
export interface Case {
  readonly ticket: TicketClaims;
  readonly submission: Submission;
  readonly receipt: ReceiptReading;
  /** By the collector's clock, milliseconds since 1970. */
  readonly receivedAt: Millis;
  /** Whose networks are whose: says of a point inside of one whether the line was in it, too. */
  readonly operators: OperatorRegistry;
  readonly communes: CommuneRegistry;
}

/** What a check needs to know of the ticket; of a stored result, it is in the result. */
export type TestIdentity = Pick<TicketClaims, 'jti' | 'iat' | 'plan' | 'points'>;

/**
 * Whether a result can be believed; pure. Nothing is dropped: what does not hold is labelled and kept. What the ticket knows
 * (test, start, plan, site) is taken from the ticket.
 */
export const judge = ({ ticket, submission, receipt, receivedAt, operators, communes }: Case): StoredResult => {
  const { result, province } = submission;
  // By this clock and not by the receipt's own, which whoever has the key may set back.
  const isRevoked = receipt.kind === 'signed' && receivedAt >= receipt.revokedFrom;
  const { state, flags } = isRevoked
    ? ({ state: 'unverified', flags: ['point-revoked'] } as const)
    : weigh(ticket, submission, receipt);
  const labels: Flag[] = [];
  if (receivedAt > (ticket.iat + LATE_AFTER_S) * 1000) labels.push('late');
  if (ticket.site !== null && !ticket.attributed) labels.push('unattributed');
  const measured = receipt.kind === 'signed' ? (receipt.claims.operator?.asn ?? null) : null;
  if (ticket.asn !== null && measured !== null && measured !== ticket.asn) labels.push('network-differs');
  // Without a list of communes there is none to say; and a commune says more of the province that was said, it stands for none.
  const commune = communes.isEmpty ? null : submission.commune;
  const isThere = commune !== null && province !== null && communes.find(commune)?.province === province;
  if (commune !== null && !isThere) labels.push('commune-unknown');
  const claimed = result.flags.filter(isEngineFlag);
  const startedAt = issueTimeOf(ticket);
  const line = { asn: measured, month: vietnamMonth(startedAt) };
  return {
    ...result,
    testId: ticket.jti,
    startedAt,
    plan: ticket.plan,
    state,
    flags: [...new Set([...claimed, ...flags, ...labels])],
    scope: receipt.kind === 'signed' ? scopeOf(receipt.point, line, operators) : null,
    site: ticket.site,
    context: ticket.context,
    kiosk: ticket.kiosk,
    access: submission.access,
    province,
    provinceCodes: province === null ? null : PROVINCE_CODES,
    commune: isThere ? commune : null,
    receivedAt: new Date(receivedAt).toISOString(),
    receipt: submission.receipt,
  };
};

/** Of a stored result's flags, those that {@link judge} gave it. */
export const collectorFlagsOf = ({ flags }: Pick<StoredResult, 'flags'>): Flag[] =>
  flags.filter((flag) => COLLECTOR_FLAGS.some((known) => known === flag));

export type Verdict = Pick<StoredResult, 'state' | 'flags'>;

/** What the receipt says of the claims; pure. {@link judge} adds what only the ticket and the clock know. */
export const weigh = (
  ticket: TestIdentity,
  submission: Pick<Submission, 'result' | 'recording'>,
  receipt: ReceiptReading,
): Verdict => {
  if (receipt.kind === 'missing') return { state: 'unverified', flags: ['receipt-missing'] };
  if (receipt.kind === 'invalid') return { state: 'unverified', flags: ['receipt-invalid'] };
  const { claims, point } = receipt;
  if (claims.jti !== ticket.jti) return { state: 'unverified', flags: ['receipt-of-another-test'] };
  if (!ticket.points.includes(point.id)) return { state: 'unverified', flags: ['point-not-allowed'] };

  const { download, upload } = submission.result;
  const flags: Flag[] = [];
  if (download && claims.download && boundsNothing(claims.download))
    return { state: 'unverified', flags: ['too-short'] };
  if (isHasty(download, PLANS[ticket.plan].download) || isHasty(upload, PLANS[ticket.plan].upload))
    flags.push('too-short');
  if (isEarlier(submission.result)) flags.push('other-estimator');
  if (!isReplayed(ticket, submission, { claims, point })) flags.push('replay-differs');
  if (download && download.bytes > totalOf(claims.download)) flags.push('download-exceeds-receipt');
  if (
    download &&
    claims.download &&
    lasts(claims.download) <= MAX_RUN_MS &&
    !agreesWithCurve(download, claims.download)
  )
    flags.push('download-rate-differs');
  if (!isLossBorneOut(submission, claims)) flags.push('loss-differs');
  return { state: flags.every((flag) => flag === 'other-estimator') ? 'verified' : 'disagrees', flags };
};

/**
 * A point sees bytes enter its system's send buffers, up to 4 MB for each of six connections, whether or not a browser reads them. A
 * download curve that is short as well as small may be nothing else, and bounds no rate.
 */
export const MIN_CURVE_MS: Millis = 750;
export const MIN_CURVE_BYTES: Bytes = 100e6;

const boundsNothing = (sent: Curve): boolean => lasts(sent) < MIN_CURVE_MS && totalOf(sent) < MIN_CURVE_BYTES;

/** No engine calls a rate steady before its plan lets it; the readings are 100 ms apart. */
const isHasty = (claim: Throughput | null, plan: DirectionPlan): boolean =>
  claim?.endReason === 'steady' && claim.durationMs < plan.minMs - 2 * CURVE_STEP_MS;

/** Whether the estimator, given the recording and the receipt, comes to the very result that is claimed. */
const isReplayed = (
  ticket: TestIdentity,
  { result, recording }: Pick<Submission, 'result' | 'recording'>,
  { claims, point }: { readonly claims: ReceiptClaims; readonly point: Signer['point'] },
): boolean => {
  const seen: readonly Observation[] = unpackRecording(recording);
  if (seen.some(({ at }) => at < 0 || at > MAX_RUN_MS)) return false; // the steps are bounded, their sum is not
  if ([claims.download, claims.upload].some((curve) => curve && lasts(curve) > MAX_RUN_MS)) return false;
  const log: Observation[] = [...seen, { kind: 'receipt', at: seen.at(-1)?.at ?? 0, claims }];
  const identity = {
    testId: ticket.jti,
    startedAt: issueTimeOf(ticket),
    plan: ticket.plan,
    failure: result.failure,
  };
  let replayed: Result;
  try {
    replayed = replay(log, identity);
  } catch {
    return false; // an order of events that no engine produces
  }
  // Where the run was measured is the signer's and the registry's word, not the recording's.
  const where = { id: point.id, scope: point.scope };
  const expected: Result = { ...replayed, point: where, engineVersion: result.engineVersion };
  if (isEarlier(result)) return isSameRun(expected, result) && isClose(expected, result);
  return isDeepStrictEqual(JSON.parse(JSON.stringify(expected)), result);
};

/** The ratio itself is replayed; this is about the counts it was made of. */
const isLossBorneOut = (
  { result, recording }: Pick<Submission, 'result' | 'recording'>,
  { datagrams }: ReceiptClaims,
): boolean => {
  if (result.lossRatio === null || !datagrams) return true;
  const counted = unpackRecording(recording).findLast((seen) => seen.kind === 'datagrams');
  return counted !== undefined && agreesWithDatagrams(counted, datagrams);
};

const isEarlier = ({ estimatorVersion }: Result): boolean => EARLIER_ESTIMATOR_VERSIONS.includes(estimatorVersion);

/** Pages keep an older element for a while; two versions of the formula differ by far less than this on the same observations. */
export const OTHER_ESTIMATOR_TOLERANCE = 0.1;

/** What no version of the formula has a say in, and what figures are told apart by. */
const isSameRun = (ours: Result, theirs: Result): boolean =>
  isDeepStrictEqual(
    [ours.outcome, ours.point, ours.operator, ours.ipFamily],
    [theirs.outcome, theirs.point, theirs.operator, theirs.ipFamily],
  );

/** Whether another version of the estimator came to about the same numbers. */
const isClose = (ours: Result, theirs: Result): boolean => {
  const near = (a: number | undefined, b: number | undefined) =>
    a === undefined || b === undefined ? a === b : Math.abs(a - b) <= OTHER_ESTIMATOR_TOLERANCE * Math.max(a, b);
  return (
    near(ours.download?.bitsPerSecond, theirs.download?.bitsPerSecond) &&
    near(ours.upload?.bitsPerSecond, theirs.upload?.bitsPerSecond) &&
    near(ours.latency.idle?.medianMs, theirs.latency.idle?.medianMs)
  );
};

const totalOf = (curve: Curve | null): Bytes => (curve ? unpackCurve(curve).at(-1)!.bytes : 0);

const lasts = (curve: Curve): Millis => unpackCurve(curve).at(-1)!.at;
