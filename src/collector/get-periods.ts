import type { Handler } from 'hono';
import { describeRoute } from 'hono-openapi';
import { type Periods, PeriodsSchema } from '../protocol/statistics.ts';
import type { CollectorParts } from './app.ts';
import { tagged } from './entity-tag.ts';
import { bodyOf, problems } from './route-doc.ts';

export const getPeriodsDoc = describeRoute({
  summary: 'The months that there are figures of, the newest first',
  responses: {
    200: { description: 'The months', content: bodyOf('Periods', PeriodsSchema) },
    304: { description: 'Still what If-None-Match names' },
    ...problems({ 429: 'Too many requests from this network' }),
  },
});

/** `GET /v1/statistics/periods`. */
export const getPeriods =
  ({ store, limiter }: CollectorParts): Handler =>
  async (context) => {
    await limiter.admit('read', context);
    const periods: Periods = { months: await store.months() };
    return tagged(context, periods);
  };
