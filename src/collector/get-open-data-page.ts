import type { Handler } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import type { CollectorParts } from './app.ts';
import { readMonths } from './open-data/catalog.ts';
import { indexPage } from './open-data/index-page.ts';
import { parameter, problems } from './route-doc.ts';
import { idiomOf } from './shared-page/idiom.ts';
import { chooseLanguage } from './shared-page/language.ts';
import { PAGE_HEADERS } from './shared-page/page.ts';

export const getOpenDataPageDoc = describeRoute({
  summary: 'The published months as a page for people',
  parameters: [
    parameter('query', 'lang', {
      schema: v.picklist(['vi', 'en']),
      description: 'Without it the browser’s language, Vietnamese for every other one',
    }),
  ],
  responses: {
    200: { description: 'The page', content: { 'text/html': { schema: { type: 'string' } } } },
    ...problems({ 429: 'Too many requests from this network' }),
  },
});

/** Whoever searches for open data is to find it, other than people's results. */
const HEADERS = { ...PAGE_HEADERS, 'x-robots-tag': 'all' };

/** `GET /open-data/`. */
export const getOpenDataPage =
  ({ limiter, openDataDir }: CollectorParts): Handler =>
  async (context) => {
    await limiter.admit('read', context);
    const idiom = idiomOf(chooseLanguage(context.req.query('lang'), context.req.header('accept-language')));
    return context.html(indexPage(readMonths(openDataDir), idiom), 200, HEADERS);
  };
