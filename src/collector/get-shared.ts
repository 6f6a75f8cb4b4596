import type { Context, Handler } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import { EvidenceSchema } from '../protocol/submission.ts';
import { TestIdSchema } from '../protocol/ticket.ts';
import type { CollectorParts } from './app.ts';
import { evidenceOf } from './evidence-of.ts';
import { parameter, problems } from './route-doc.ts';
import { findingOf } from './shared-page/finding.ts';
import { idiomOf } from './shared-page/idiom.ts';
import { chooseLanguage } from './shared-page/language.ts';
import { missingPage } from './shared-page/missing-page.ts';
import { PAGE_HEADERS } from './shared-page/page.ts';
import { resultPage } from './shared-page/result-page.ts';
import { verify } from './verify.ts';

const PAGE = { 'text/html': { schema: { type: 'string' } } } as const;

export const getSharedDoc = describeRoute({
  summary: 'A result as a page for people, with its check made anew: the address that links and QR codes carry',
  parameters: [
    parameter('path', 'testId', { schema: TestIdSchema, description: 'As the grant named it' }),
    parameter('query', 'lang', {
      schema: v.picklist(['vi', 'en']),
      description: 'Without it the browser’s language, Vietnamese for every other one',
    }),
  ],
  responses: {
    200: { description: 'The page', content: PAGE },
    ...problems({ 429: 'Too many requests from this network' }),
    404: { description: 'A page that says what may have gone wrong', content: PAGE },
  },
});

/** `GET /r/{testId}`. */
export const getShared =
  ({ store, points, limiter, now }: CollectorParts): Handler =>
  async (context) => {
    await limiter.admit('read', context);
    const idiom = idiomOf(chooseLanguage(context.req.query('lang'), context.req.header('accept-language')));
    const testId = testIdOf(context);
    const entry = testId === null ? null : await store.find(testId);
    if (!entry) return context.html(missingPage(idiom), 404, PAGE_HEADERS);
    // Rows of older versions lack what came later; the schema says what stands for it.
    const evidence = v.parse(EvidenceSchema, evidenceOf(entry, points.current));
    const { result } = evidence;
    const shown = {
      result,
      pointName: points.current.published.find(({ id }) => id === result.point?.id)?.name ?? null,
      finding: findingOf(evidence, await verify(evidence)),
      isSimulated: await store.isSimulated(),
      checkedAt: new Date(now()).toISOString(),
    };
    return context.html(resultPage(shown, idiom), 200, PAGE_HEADERS);
  };

/** QR codes are shorter in capitals; null for what is no test's id. */
const testIdOf = (context: Context): string | null => {
  const parsed = v.safeParse(TestIdSchema, context.req.param('testId')?.toLowerCase());
  return parsed.success ? parsed.output : null;
};
