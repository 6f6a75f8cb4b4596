import type { Handler } from 'hono';
import { describeRoute } from 'hono-openapi';
import { StoredResultSchema } from '../protocol/submission.ts';
import { TestIdSchema } from '../protocol/ticket.ts';
import type { CollectorParts } from './app.ts';
import { ProblemError } from './problem.ts';
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
    const entry = await store.find(context.req.param('testId') ?? '');
    if (!entry) throw new ProblemError(404, 'No result is stored for this test. It may still wait in the browser.');
    return context.json(entry.result);
  };
