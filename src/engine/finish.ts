import { POINT_PATHS, pointUrl } from '../protocol/endpoints.ts';
import type { ReceiptClaims } from '../protocol/receipt.ts';
import type { Millis } from '../protocol/units.ts';
import { REQUEST } from './request.ts';

/** Beyond this the result goes without a receipt. */
const FINISH_TIMEOUT_MS: Millis = 5000;
const ATTEMPTS = 2;

/** The point's signed word and what it says; null when the point does not hand it out. Its signature is the collector's business. */
export const fetchReceipt = async (
  origin: string,
  ticket: string,
): Promise<{ readonly jws: string; readonly claims: ReceiptClaims } | null> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    try {
      const signal = AbortSignal.timeout(FINISH_TIMEOUT_MS);
      const response = await fetch(pointUrl(origin, POINT_PATHS.finish, ticket), {
        ...REQUEST,
        method: 'POST',
        signal,
      });
      if (!response.ok) return null;
      const jws = await response.text();
      return { jws, claims: payloadOf(jws) };
    } catch {
      // Asking again is safe: the point hands out the same receipt.
    }
  }
  return null;
};

/** The middle part of a compact JWS, decoded. Throws on anything else. What it claims is checked by the collector. */
const payloadOf = (jws: string): ReceiptClaims => {
  const base64 = (jws.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes)) as ReceiptClaims;
};
