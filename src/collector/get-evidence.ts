import type { Handler } from 'hono';
import { describeRoute } from 'hono-openapi';
import { EvidenceSchema } from '../protocol/submission.ts';
import { TestIdSchema } from '../protocol/ticket.ts';
import type { CollectorParts } from './app.ts';
import { evidenceOf } from './evidence-of.ts';
import { resultOf } from './result-of.ts';
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
    const entry = await resultOf(store, context.req.param('testId'));
    return context.json(evidenceOf(entry, points.current));
  };
