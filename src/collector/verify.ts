import { importJWK } from 'jose';
import { SIGNATURE_ALGORITHM } from '../node/keys.ts';
import { ENGINE_FLAGS, type Flag } from '../protocol/flag.ts';
import { PLANS } from '../protocol/plan.ts';
import { ResultSchema } from '../protocol/result.ts';
import type { Evidence, ResultState } from '../protocol/submission.ts';
import * as v from 'valibot';
import { weigh } from './judge.ts';
import { readReceipt } from './read-receipt.ts';

/** What a check of somebody's evidence came to. */
export interface Verification {
  /** Whether the point's signature holds, under the key that came with the evidence or another one. */
  readonly signature: 'holds' | 'does not hold' | 'missing';
  /** What the receipt makes of the numbers. */
  readonly state: ResultState;
  /** What did not hold. */
  readonly flags: readonly Flag[];
  /** Whether that is what the collector says, too. */
  readonly agrees: boolean;
}

/**
 * Checks a result again, from its evidence alone: the signature, then the estimator over recording and receipt. Whose the key is has
 * to be known from elsewhere: the collector's list, or the point's operator.
 */
export const verify = async ({ result, recording, pointKey }: Evidence): Promise<Verification> => {
  const { receipt, state } = result;
  if (receipt === null)
    return { signature: 'missing', state: 'unverified', flags: ['receipt-missing'], agrees: state === 'unverified' };
  const point = {
    id: result.point?.id ?? '',
    name: '',
    operator: '',
    url: '',
    url4: null,
    url6: null,
    scope: result.point?.scope ?? 'exchange',
  } as const;
  const key = pointKey && (await importJWK(pointKey, SIGNATURE_ALGORITHM));
  const reading = await readReceipt(receipt, {
    find: () => (key && !(key instanceof Uint8Array) ? { point, key, revokedFrom: Number.POSITIVE_INFINITY } : null),
  });
  const signature = reading.kind === 'signed' ? 'holds' : 'does not hold';
  if (recording === null || result.plan === null || !(result.plan in PLANS))
    return { signature, state: 'unverified', flags: ['receipt-missing'], agrees: false };
  const claimed = result.flags.filter((flag) => ENGINE_FLAGS.some((known) => known === flag));
  const verdict = weigh(
    { jti: result.testId, iat: Date.parse(result.startedAt ?? '') / 1000, plan: result.plan, points: [point.id] },
    { result: { ...v.parse(ResultSchema, result), flags: claimed }, recording },
    reading,
  );
  return { signature, ...verdict, agrees: verdict.state === state || result.flags.includes('point-revoked') };
};
