import { importJWK } from 'jose';
import * as v from 'valibot';
import { SIGNATURE_ALGORITHM } from '../node/keys.ts';
import { type Flag, isEngineFlag } from '../protocol/flag.ts';
import { PLANS } from '../protocol/plan.ts';
import { ResultSchema } from '../protocol/result.ts';
import type { Evidence, ResultState } from '../protocol/submission.ts';
import { weigh } from './judge.ts';
import { readReceipt } from './read-receipt.ts';

/** What a check of somebody's evidence came to. */
export interface Verification {
  /** Whether the point's signature holds, under the key that came with the evidence. */
  readonly signature: 'holds' | 'does not hold' | 'missing';
  /** What the receipt makes of the numbers; null where the evidence has no recording to replay. */
  readonly state: ResultState | null;
  /** What did not hold. */
  readonly flags: readonly Flag[];
  /** Whether that is what the collector says, too. */
  readonly agrees: boolean;
}

/**
 * When a test was opened, in seconds since 1970, from its id: a UUIDv7 begins with its milliseconds (RFC 9562, 5.7), and the receipt is signed
 * for that id. A row's own date is only believed where it is the same.
 */
const issueSecond = (testId: string): number => Math.floor(parseInt(testId.replace('-', '').slice(0, 12), 16) / 1000);

/**
 * Checks a result again, from its evidence alone: the signature, then the estimator over recording and receipt. Whose the key is has
 * to be known from elsewhere: the collector's list, or the point's operator.
 */
export const verify = async ({ result, recording, pointKey }: Evidence): Promise<Verification> => {
  const { receipt, state } = result;
  if (receipt === null)
    return { signature: 'missing', state: 'unverified', flags: ['receipt-missing'], agrees: state === 'unverified' };
  const point = { id: result.point?.id ?? '', scope: result.point?.scope ?? 'exchange', operator: '' } as const;
  const key = pointKey && (await importJWK(pointKey, SIGNATURE_ALGORITHM));
  const reading = await readReceipt(receipt, {
    find: () => (key && !(key instanceof Uint8Array) ? { point, key, revokedFrom: Number.POSITIVE_INFINITY } : null),
  });
  const signature = reading.kind === 'signed' ? 'holds' : 'does not hold';
  if (recording === null || result.plan === null || !(result.plan in PLANS))
    return { signature, state: null, flags: [], agrees: false };
  const verdict = weigh(
    { jti: result.testId, iat: issueSecond(result.testId), plan: result.plan, points: [point.id] },
    { result: { ...v.parse(ResultSchema, result), flags: result.flags.filter(isEngineFlag) }, recording },
    reading,
  );
  return { signature, ...verdict, agrees: verdict.state === state || result.flags.includes('point-revoked') };
};
