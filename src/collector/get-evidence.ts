import type { Handler } from 'hono';
import { describeRoute } from 'hono-openapi';
import { decodeJwt } from 'jose';
import { type Evidence, EvidenceSchema } from '../protocol/submission.ts';
import { TestIdSchema } from '../protocol/ticket.ts';
import type { CollectorParts } from './app.ts';
import type { PointRegistry } from './point-registry.ts';
import { ProblemError } from './problem.ts';
import { bodyOf, parameter, problems } from './route-doc.ts';

export const getEvidenceDoc = describeRoute({
  summary:
    'All that is needed to check a result again: the result with its receipt, the recording, and the key of the point',
  parameters: [parameter('path', 'testId', { schema: TestIdSchema, description: 'As the grant named it' })],
  responses: {
    200: { description: 'The evidence', content: bodyOf('Evidence', EvidenceSchema) },
    ...problems({ 404: 'No result is stored for this test', 429: 'Too many requests from this network' }),
  },
});

/** `GET /v1/results/{testId}/evidence`. */
export const getEvidence =
  ({ store, points, limiter }: CollectorParts): Handler =>
  async (context) => {
    await limiter.admit('read', context);
    const entry = await store.find(context.req.param('testId') ?? '');
    if (!entry) throw new ProblemError(404, 'No result is stored for this test. It may still wait in the browser.');
    const { result, recording } = entry;
    const evidence: Evidence = { result, recording, pointKey: keyOf(result.receipt, points.current) };
    return context.json(evidence);
  };

const keyOf = (receipt: string | null, { published }: PointRegistry): Evidence['pointKey'] => {
  try {
    const { iss } = decodeJwt(receipt ?? '');
    const { kty, crv, x } = published.find(({ id }) => id === iss)!.key;
    return { kty, crv, x };
  } catch {
    return null; // no receipt, or none of a point that is registered
  }
};
