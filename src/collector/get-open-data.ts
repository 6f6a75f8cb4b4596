import type { Handler } from 'hono';
import { describeRoute } from 'hono-openapi';
import { type OpenData, OpenDataSchema } from '../protocol/open-data.ts';
import type { CollectorParts } from './app.ts';
import { readMonths } from './open-data/catalog.ts';
import { bodyOf, problems } from './route-doc.ts';

export const getOpenDataDoc = describeRoute({
  summary: 'The published months: their files with sizes and checksums, and their licence',
  responses: {
    200: { description: 'The months, the newest first', content: bodyOf('OpenData', OpenDataSchema) },
    304: { description: 'Still what If-None-Match names' },
    ...problems({ 429: 'Too many requests from this network' }),
  },
});

/** `GET /v1/open-data`. */
export const getOpenData =
  ({ limiter, openDataDir }: CollectorParts): Handler =>
  async (context) => {
    await limiter.admit('read', context);
    const openData: OpenData = { months: readMonths(openDataDir) };
    return context.json(openData);
  };
