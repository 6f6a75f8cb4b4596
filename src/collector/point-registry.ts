import { type CryptoKey, importJWK } from 'jose';
import * as v from 'valibot';
import { SIGNATURE_ALGORITHM } from '../node/keys.ts';
import { type Point, PointSchema } from '../protocol/point.ts';

/** A point's public Ed25519 key (RFC 8037). A private part would be one leak away from forged receipts, so it is refused. */
export const PointKeySchema = v.object({
  kty: v.literal('OKP'),
  crv: v.literal('Ed25519'),
  x: v.pipe(v.string(), v.regex(/^[\w-]{43}$/, 'must be the 43 characters of a public Ed25519 key in base64url')),
  kid: v.optional(v.string()),
  d: v.optional(v.never('this is the private key; register the public one, without d')),
});

/** A point as the registry has it, and as `GET /v1/points` publishes it, so that anyone can check a receipt. */
export const RegisteredPointSchema = v.object({ ...PointSchema.entries, key: PointKeySchema });
export type RegisteredPoint = v.InferOutput<typeof RegisteredPointSchema>;

/** `GET /v1/points`. */
export const PointListSchema = v.object({ points: v.array(RegisteredPointSchema) });

/** The measurement points that the collector sends people to and whose receipts it believes. */
export interface PointRegistry {
  readonly published: readonly RegisteredPoint[];
  /** As engines get them. */
  readonly candidates: readonly Point[];
  readonly find: (id: string) => { readonly point: Point; readonly key: CryptoKey } | null;
}

/** Makes the keys ready for use. Rejects where a key is no point on the curve. */
export const createPointRegistry = async (published: readonly RegisteredPoint[]): Promise<PointRegistry> => {
  const known = new Map<string, { readonly point: Point; readonly key: CryptoKey }>();
  for (const { key, ...point } of published) {
    const { kty, crv, x } = key;
    known.set(point.id, { point, key: await importJWK({ kty, crv, x }, SIGNATURE_ALGORITHM) });
  }
  return {
    published,
    candidates: [...known.values()].map(({ point }) => point),
    find: (id) => known.get(id) ?? null,
  };
};
