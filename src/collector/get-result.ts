import type { Handler } from 'hono';
import { describeRoute } from 'hono-openapi';
import { StoredResultSchema } from '../protocol/submission.ts';
import { TestIdSchema } from '../protocol/ticket.ts';
import type { CollectorParts } from './app.ts';
import { resultOf } from './result-of.ts';
import { bodyOf, parameter, problems } from './route-doc.ts';

export const getResultDoc = describeRoute({
  summary: 'A stored result, what the collector thinks of it, and the receipt to check it by',
  parameters: [parameter('path', 'testId', { schema: TestIdSchema, description: 'As the grant named it' })],
  responses: {
    200: { description: 'The result', content: bodyOf('StoredResult', StoredResultSchema) },
    ...problems({ 404: 'No result is stored for this test', 429: 'Too many requests from this network' }),
  },
});

/** `GET /v1/results/{testId}`. */
export const getResult =
  ({ store, limiter }: CollectorParts): Handler =>
  async (context) => {
    await limiter.admit('read', context);
    const { result } = await resultOf(store, context.req.param('testId'));
    return context.json(result);
  };
