import { etag, RETAINED_304_HEADERS } from 'hono/etag';

/** Figures grow by a vote now and then; a page may show the last minute's. */
export const FIGURES_MAX_AGE_S = 60;

/** Tells a page that asks again that nothing has changed; pages of other origins may read that, too. */
export const entityTag = etag({
  retainedHeaders: [...RETAINED_304_HEADERS, 'access-control-allow-origin', 'access-control-expose-headers'],
});
