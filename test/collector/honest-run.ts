import { CompactSign } from 'jose';
import { replay } from '../../src/estimator/replay.ts';
import type { SigningKey } from '../../src/node/keys.ts';
import { type Observation, packRecording, type Phase } from '../../src/protocol/observation.ts';
import { packCurve, RECEIPT_TYPE, type ReceiptClaims } from '../../src/protocol/receipt.ts';
import type { Submission } from '../../src/protocol/submission.ts';
import type { Grant } from '../../src/protocol/ticket.ts';

/** Bytes per 100 ms of a line of 100 Mbit/s down and 20 Mbit/s up. */
const DOWN_STEP = 1_250_000;
const UP_STEP = 250_000;
const STEPS = 25;

const readings = (step: number, from = 0) =>
  Array.from({ length: STEPS + 1 }, (_, i) => ({ at: from + i * 100, bytes: i * step }));

const direction = (phase: Phase, beganAt: number, step: number): Observation[] => [
  { kind: 'phase-began', at: beganAt, phase },
  { kind: 'streams', at: beganAt, count: 4 },
  ...readings(step, beganAt).flatMap(({ at, bytes }): Observation[] => [
    { kind: 'bytes', at, bytes },
    { kind: 'round-trip', at: at + 1, ms: 30 + ((at / 100) % 3) },
  ]),
  { kind: 'phase-ended', at: beganAt + STEPS * 100, phase, reason: 'steady', countedMs: STEPS * 100 },
];

/** What an engine would have seen on a steady line, point `pointId`, up to the end of the upload. */
export const honestLog = (pointId: string): Observation[] => [
  { kind: 'point-chosen', at: 40, pointId, scope: 'exchange' },
  { kind: 'phase-began', at: 50, phase: 'latency' },
  ...Array.from({ length: 20 }, (_, i): Observation => ({ kind: 'round-trip', at: 70 + i * 20, ms: 18 + (i % 4) })),
  { kind: 'phase-ended', at: 460, phase: 'latency', reason: 'steady', countedMs: 380 },
  { kind: 'family-probed', at: 470, host: 'ipv4', reach: 'works', connectMs: 19, ipFamily: 4 },
  { kind: 'family-probed', at: 471, host: 'ipv6', reach: 'works', connectMs: 17, ipFamily: 6 },
  { kind: 'family-probed', at: 472, host: 'dual', reach: 'works', connectMs: null, ipFamily: 6 },
  ...direction('download', 500, DOWN_STEP),
  ...direction('upload', 3100, UP_STEP),
];

/** What the point saw of the same run: a little more than the browser read, because buffers are in between. */
export const honestClaims = (testId: string, pointId: string): ReceiptClaims => ({
  iss: pointId,
  jti: testId,
  iat: 1_780_000_000,
  scope: 'exchange',
  ipFamily: 6,
  operator: { asn: 7552, name: 'Viettel' },
  download: packCurve(
    readings(DOWN_STEP).map(({ at, bytes }) => ({ at, bytes: at === 0 ? 0 : bytes + 400_000 })),
    4,
  ),
  upload: packCurve(readings(UP_STEP), 4),
});

export const signReceipt = (claims: object, { privateKey }: SigningKey): Promise<string> =>
  new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'EdDSA', typ: RECEIPT_TYPE })
    .sign(privateKey);

export interface Run {
  readonly pointId?: string;
  readonly log?: readonly Observation[];
  /** Null = the point gave no receipt. */
  readonly claims?: ReceiptClaims | null;
  readonly province?: Submission['province'];
  readonly commune?: Submission['commune'];
  readonly failure?: Submission['result']['failure'];
}

/** A submission as an honest element makes it: the result is the estimator's over what was seen, the receipt the point's. */
export const honestRun = async (grant: Grant, signer: SigningKey, run: Run = {}): Promise<Submission> => {
  const { pointId = 'hanoi', province = '01', commune = null, failure = null } = run;
  const { log = honestLog(pointId), claims = honestClaims(grant.testId, pointId) } = run;
  const last = log.at(-1)!.at;
  const whole: Observation[] = claims === null ? [...log] : [...log, { kind: 'receipt', at: last, claims }];
  const identity = { testId: grant.testId, startedAt: grant.issuedAt, plan: grant.plan.name, failure };
  return {
    ticket: grant.ticket,
    result: replay(whole, identity),
    recording: packRecording(whole),
    receipt: claims === null ? null : await signReceipt(claims, signer),
    province,
    commune,
    access: null,
    consentVersion: '1',
  };
};
