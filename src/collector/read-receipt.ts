import { compactVerify, type CryptoKey, decodeJwt } from 'jose';
import * as v from 'valibot';
import { SIGNATURE_ALGORITHM } from '../node/keys.ts';
import type { Point } from '../protocol/point.ts';
import { RECEIPT_TYPE, type ReceiptClaims, ReceiptClaimsSchema } from '../protocol/receipt.ts';
import type { Millis } from '../protocol/units.ts';

/** Whoever may have signed a receipt. */
export interface Signer {
  readonly point: Pick<Point, 'id' | 'scope' | 'operator'>;
  readonly key: CryptoKey;
  readonly revokedFrom: Millis;
}

/** What became of a receipt's signature. `point` is the registered one that signed it. */
export type ReceiptReading =
  | { readonly kind: 'missing' }
  | { readonly kind: 'invalid' }
  | {
      readonly kind: 'signed';
      readonly claims: ReceiptClaims;
      readonly point: Signer['point'];
      readonly revokedFrom: Millis;
    };

/** Checks a receipt with the key of the point it names. Never rejects: an unusable receipt is a fact about a result. */
export const readReceipt = async (
  receipt: string | null,
  signers: { readonly find: (pointId: string) => Signer | null },
): Promise<ReceiptReading> => {
  if (receipt === null) return { kind: 'missing' };
  try {
    const signer = signers.find(decodeJwt(receipt).iss ?? '');
    if (!signer) return { kind: 'invalid' };
    const { payload, protectedHeader } = await compactVerify(receipt, signer.key, {
      algorithms: [SIGNATURE_ALGORITHM],
    });
    if (protectedHeader.typ !== RECEIPT_TYPE) return { kind: 'invalid' }; // the same key signs heartbeats
    const claims = v.parse(ReceiptClaimsSchema, JSON.parse(new TextDecoder().decode(payload)));
    return { kind: 'signed', claims, point: signer.point, revokedFrom: signer.revokedFrom };
  } catch {
    return { kind: 'invalid' };
  }
};
