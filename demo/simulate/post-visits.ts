import { SignJWT } from 'jose';
import * as v from 'valibot';
import { replay } from '../../src/estimator/replay.ts';
import { SIGNATURE_ALGORITHM, type SigningKey } from '../../src/node/keys.ts';
import { COLLECTOR_PATHS } from '../../src/protocol/endpoints.ts';
import { type Observation, packRecording } from '../../src/protocol/observation.ts';
import { RECEIPT_TYPE } from '../../src/protocol/receipt.ts';
import { AcceptedSchema, type Submission } from '../../src/protocol/submission.ts';
import { type Grant, GrantSchema, type TestRequest } from '../../src/protocol/ticket.ts';
import { CONSENT_VERSION, INFLATION, POINT_LOST } from './entry-of.ts';
import { claimsOf, steadyLog } from './steady-log.ts';
import type { Visit } from './visit.ts';

/** Posts something to a collector on behalf of a visitor: from the visitor's address, on a page of the visitor's site. */
export type Ask = (path: string, body: unknown, visit: Visit) => Promise<Response>;

/** What became of the visits. */
export interface Posted {
  /** Ids of the results that the collector keeps. */
  readonly kept: readonly string[];
  /** How many there are of each state; those that were refused, by their status. */
  readonly answers: ReadonlyMap<string, number>;
}

/** A ticket names eight of many points: whose own is not among them presses the button again. */
const MOST_TICKETS = 30;

/** Runs visits through a collector's own API: a ticket for each, a receipt by the registered key of its point, and the result. */
export const postVisits = async (
  ask: Ask,
  visits: Iterable<Visit>,
  keys: ReadonlyMap<string, SigningKey>,
  onProgress?: (done: number) => void,
): Promise<Posted> => {
  const kept: string[] = [];
  const answers = new Map<string, number>();
  let done = 0;
  for (const visit of visits) {
    const answer = await postVisit(ask, visit, keys);
    answers.set(answer.told, (answers.get(answer.told) ?? 0) + 1);
    if (answer.testId !== null) kept.push(answer.testId);
    onProgress?.(++done);
  }
  return { kept, answers };
};

const postVisit = async (
  ask: Ask,
  visit: Visit,
  keys: ReadonlyMap<string, SigningKey>,
): Promise<{ readonly told: string; readonly testId: string | null }> => {
  const grant = await grantFor(ask, visit);
  if (visit.fate === 'cancelled') return { told: 'cancelled', testId: null };
  const key = keys.get(visit.measured.point.id)!;
  const answer = await ask(COLLECTOR_PATHS.results, await submissionOf(visit, grant, key), visit);
  if (!answer.ok) return { told: `refused ${answer.status}`, testId: null };
  const { state, testId } = v.parse(AcceptedSchema, await answer.json());
  return { told: state, testId };
};

const grantFor = async (ask: Ask, visit: Visit): Promise<Grant> => {
  const { site, plan, kiosk, context, measured } = visit;
  const request: TestRequest = { site, plan, kiosk, monitor: context === 'monitor' };
  for (let i = 0; i < MOST_TICKETS; i++) {
    const answer = await ask(COLLECTOR_PATHS.tests, request, visit);
    if (!answer.ok) throw new Error(`The collector gives no ticket: ${answer.status} ${await answer.text()}`);
    const grant = v.parse(GrantSchema, await answer.json());
    if (grant.points.some(({ id }) => id === measured.point.id)) return grant;
  }
  throw new Error(
    `The collector does not offer the point ${measured.point.id}. Start it with the points.json that was written.`,
  );
};

/** What the element of such a visitor hands in; a cheat's claims and a forger's ticket are not what they were. */
const submissionOf = async (visit: Visit, grant: Grant, key: SigningKey): Promise<Submission> => {
  const { fate, province, access } = visit;
  const seen = steadyLog(visit);
  const claims = { ...claimsOf(visit), jti: grant.testId };
  const isSigned = fate !== 'unsigned';
  const whole: Observation[] = isSigned ? [...seen, { kind: 'receipt', at: seen.at(-1)!.at, claims }] : seen;
  const identity = {
    testId: grant.testId,
    startedAt: grant.issuedAt,
    plan: grant.plan.name,
    failure: fate === 'partial' ? POINT_LOST : null,
  };
  const result = replay(whole, identity);
  const { download } = result;
  return {
    ticket: fate === 'forged' ? forged(grant.ticket) : grant.ticket,
    result:
      fate === 'inflated' && download
        ? { ...result, download: { ...download, bitsPerSecond: download.bitsPerSecond * INFLATION } }
        : result,
    recording: packRecording(whole),
    receipt: isSigned ? await signReceipt(claims, key) : null,
    province,
    commune: null,
    access,
    consentVersion: CONSENT_VERSION,
  };
};

const signReceipt = (claims: ReturnType<typeof claimsOf>, { privateKey, publicJwk }: SigningKey): Promise<string> =>
  new SignJWT({ ...claims })
    .setProtectedHeader({ alg: SIGNATURE_ALGORITHM, kid: publicJwk.kid, typ: RECEIPT_TYPE })
    .sign(privateKey);

/** The same ticket under a signature that somebody made up. */
const forged = (ticket: string): string => {
  const [header, payload, signature] = ticket.split('.') as [string, string, string];
  return [header, payload, Buffer.from(signature).reverse().toString()].join('.');
};
