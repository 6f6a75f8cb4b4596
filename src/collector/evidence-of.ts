import { decodeJwt } from 'jose';
import type { Evidence } from '../protocol/submission.ts';
import type { PointRegistry } from './point-registry.ts';
import type { ResultEntry } from './result-store.ts';

/** All that a stored result can be checked again by. */
export const evidenceOf = ({ result, recording }: ResultEntry, registry: PointRegistry): Evidence => ({
  result,
  recording,
  pointKey: keyOf(result.receipt, registry),
});

const keyOf = (receipt: string | null, { published }: PointRegistry): Evidence['pointKey'] => {
  try {
    const { iss } = decodeJwt(receipt ?? '');
    const { kty, crv, x } = published.find(({ id }) => id === iss)!.key;
    return { kty, crv, x };
  } catch {
    return null; // no receipt, or none of a point that is registered
  }
};
