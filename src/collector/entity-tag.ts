import { createHash } from 'node:crypto';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';

/** Figures grow by a vote now and then; a page may show the last minute's. */
export const FIGURES_MAX_AGE_S = 60;

/** Tells a page that asks again that nothing has changed; pages of other origins may read that, too. */
export const entityTag = etag({
  // At once: hono's own asks the thread pool, and on a busy machine waiting for that takes longer than the hash does.
  generateDigest: (body) => new Uint8Array(createHash('sha256').update(body).digest()).buffer,
  retainedHeaders: [...RETAINED_304_HEADERS, 'access-control-allow-origin', 'access-control-expose-headers'],
});
