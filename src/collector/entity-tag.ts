import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';

/** Figures grow by a vote now and then; a page may show the last minute's. */
export const FIGURES_MAX_AGE_S = 60;

/** Tells a page that asks again that nothing has changed; pages of other origins may read that, too. */
export const entityTag = etag({
  retainedHeaders: [...RETAINED_304_HEADERS, 'access-control-allow-origin', 'access-control-expose-headers'],
});

/**
 * The answer with its tag. {@link entityTag} would make one, too, but from a copy of the answer as a stream, and in the thread pool: on a busy
 * machine that takes longer than the figures do.
 */
export const tagged = (context: Context, answer: object): Response => {
  const body = JSON.stringify(answer);
  const tag = createHash('sha256').update(body).digest('base64url');
  return context.body(body, 200, { 'content-type': 'application/json', etag: `"${tag}"` });
};
