import type { Handler } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import { log } from '../node/log.ts';
import type { CollectorParts } from './app.ts';
import { ProblemError } from './problem.ts';
import { bodyOf, problems } from './route-doc.ts';

const HealthSchema = v.object({ status: v.literal('ok') });

export const getHealthDoc = describeRoute({
  summary: 'Whether the collector can do its work: asks the store',
  responses: {
    200: { description: 'It can', content: bodyOf('Health', HealthSchema) },
    ...problems({ 503: 'The store does not answer' }),
  },
});

/** `GET /healthz`. */
export const getHealth =
  ({ store }: CollectorParts): Handler =>
  async (context) => {
    try {
      await store.ping();
    } catch (error) {
      log('error', 'the store does not answer', { error: String(error) });
      throw new ProblemError(503, 'The store does not answer.', { 'retry-after': '10' });
    }
    return context.json({ status: 'ok' });
  };
