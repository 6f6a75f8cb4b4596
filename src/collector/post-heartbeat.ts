import type { Handler } from 'hono';
import { describeRoute } from 'hono-openapi';
import { compactVerify, type CryptoKey } from 'jose';
import * as v from 'valibot';
import { SIGNATURE_ALGORITHM } from '../node/keys.ts';
import { HEARTBEAT_TOLERANCE_S, HEARTBEAT_TYPE, type Heartbeat, HeartbeatSchema } from '../protocol/heartbeat.ts';
import type { CollectorParts } from './app.ts';
import { ProblemError } from './problem.ts';
import { parameter, problems } from './route-doc.ts';

/** A signature and five short fields. */
export const MAX_HEARTBEAT_BYTES = 1024;

export const postHeartbeatDoc = describeRoute({
  summary: 'A measurement point says that it is there; the body is a compact JWS by its own key',
  parameters: [parameter('path', 'pointId', { schema: HeartbeatSchema.entries.iss, description: 'As registered' })],
  responses: {
    204: { description: 'Noted' },
    ...problems({
      401: 'Not signed by that point, or too old',
      404: 'No such point is registered; the detail says what to do',
      413: 'The body is too large',
      429: 'Too many requests from this network',
    }),
  },
});

/** `POST /v1/points/{pointId}/heartbeat`. */
export const postHeartbeat =
  ({ points, liveness, limiter, now }: CollectorParts): Handler =>
  async (context) => {
    await limiter.admit('read', context); // a signature costs more to check than to make up
    const id = context.req.param('pointId') ?? '';
    const known = points.current.find(id);
    if (!known)
      throw new ProblemError(404, `The point ${id} is not registered. Enter its public key in the points file.`);
    const heartbeat = await read(await context.req.text(), known.key);
    const at = now();
    if (heartbeat?.iss !== id || Math.abs(heartbeat.iat - at / 1000) > HEARTBEAT_TOLERANCE_S)
      throw new ProblemError(401, `Not a fresh word of the point ${id}: check its key and its clock.`);
    liveness.note(heartbeat, at);
    return context.body(null, 204);
  };

const read = async (jws: string, key: CryptoKey): Promise<Heartbeat | null> => {
  try {
    const { payload, protectedHeader } = await compactVerify(jws, key, { algorithms: [SIGNATURE_ALGORITHM] });
    // A receipt is signed by the same key; one must not pass for the other.
    if (protectedHeader.typ !== HEARTBEAT_TYPE) return null;
    return v.parse(HeartbeatSchema, JSON.parse(new TextDecoder().decode(payload)));
  } catch {
    return null;
  }
};
