import { type CryptoKey, importJWK } from 'jose';
import * as v from 'valibot';
import { SIGNATURE_ALGORITHM } from '../node/keys.ts';
import { type Point, PointSchema } from '../protocol/point.ts';
import type { Millis } from '../protocol/units.ts';

/** A point's public Ed25519 key (RFC 8037). A private part would be one leak away from forged receipts, so it is refused. */
export const PointKeySchema = v.object({
  kty: v.literal('OKP'),
  crv: v.literal('Ed25519'),
  x: v.pipe(v.string(), v.regex(/^[\w-]{43}$/, 'must be the 43 characters of a public Ed25519 key in base64url')),
  kid: v.optional(v.string()),
  d: v.optional(v.never('this is the private key; register the public one, without d')),
});

/** A point as the registry has it, and as `GET /v1/points` publishes it, so that anyone can check a receipt. */
export const RegisteredPointSchema = v.object({
  ...PointSchema.entries,
  key: PointKeySchema,
  /** From this instant on (ISO 8601) the key is not believed any more: a leak, a change of hands. Nobody is sent there again. */
  revokedFrom: v.optional(v.nullable(v.pipe(v.string(), v.isoTimestamp())), null),
});
export type RegisteredPoint = v.InferOutput<typeof RegisteredPointSchema>;

/** `GET /v1/points`. `alive`: it has said so lately, and tests may be sent there. */
export const PointListSchema = v.object({
  points: v.array(v.object({ ...RegisteredPointSchema.entries, alive: v.boolean() })),
});

/** A registered point with its key ready for use. */
export interface KnownPoint {
  readonly point: Point;
  readonly key: CryptoKey;
  /** Milliseconds since 1970; infinite where it is not revoked. */
  readonly revokedFrom: Millis;
}

/** The measurement points that the collector sends people to and whose receipts it believes. */
export interface PointRegistry {
  readonly published: readonly RegisteredPoint[];
  /** All that are not revoked, as engines get them. */
  readonly candidates: (now: Millis) => readonly Point[];
  readonly find: (id: string) => KnownPoint | null;
}

/** Makes the keys ready for use. Rejects where a key is no point on the curve. */
export const createPointRegistry = async (published: readonly RegisteredPoint[]): Promise<PointRegistry> => {
  const known = new Map<string, KnownPoint>();
  for (const { key, revokedFrom, ...point } of published) {
    const { kty, crv, x } = key;
    known.set(point.id, {
      point,
      key: await importJWK({ kty, crv, x }, SIGNATURE_ALGORITHM),
      revokedFrom: revokedFrom === null ? Number.POSITIVE_INFINITY : Date.parse(revokedFrom),
    });
  }
  return {
    published,
    candidates: (now) => [...known.values()].filter(({ revokedFrom }) => now < revokedFrom).map(({ point }) => point),
    find: (id) => known.get(id) ?? null,
  };
};
