import type { Handler } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import type { CollectorParts } from './app.ts';
import { bodyOf, problems } from './route-doc.ts';

const KeySetSchema = v.object({
  keys: v.array(
    v.object({
      kty: v.literal('OKP'),
      crv: v.literal('Ed25519'),
      x: v.string(),
      kid: v.string(),
      alg: v.literal('EdDSA'),
      use: v.literal('sig'),
    }),
  ),
});

export const getKeysDoc = describeRoute({
  summary: 'The keys that tickets are checked by (RFC 7517)',
  responses: { 200: { description: 'The key set', content: bodyOf('KeySet', KeySetSchema) }, ...problems({}) },
});

/** `GET /.well-known/jwks.json`. */
export const getKeys =
  ({ ticketKeys }: CollectorParts): Handler =>
  (context) =>
    context.json({ keys: ticketKeys.published });
