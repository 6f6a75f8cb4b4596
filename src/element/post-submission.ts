import { COLLECTOR_PATHS } from '../protocol/endpoints.ts';
import { retryAfterMs } from '../protocol/retry-after.ts';
import { type Accepted, MAX_SUBMISSION_BYTES } from '../protocol/submission.ts';
import type { Millis } from '../protocol/units.ts';
import { isLike } from '../page/is-like.ts';

/** An answer takes milliseconds; after this the attempt is given up and made again later. */
export const POST_TIMEOUT_MS: Millis = 20_000;

/** What became of one attempt. `later`: nothing final; `reached` tells whether the collector answered at all. */
export type PostOutcome =
  | { readonly kind: 'accepted'; readonly accepted: Accepted }
  | { readonly kind: 'refused' }
  | { readonly kind: 'later'; readonly reached: boolean; readonly afterMs: Millis | null };

const ACCEPTED: Accepted = { testId: '', state: 'verified', flags: ['late'] };

/** Client errors that pass: the request came too slowly (408) or too often (429). */
const PASSING = [408, 429];

/**
 * Posts one submission; never rejects. With `keepalive` the attempt outlives the page, within the 64 KiB that browsers allow for all such
 * requests together. An answer that is not the collector's (a captive portal says 200 to everything) decides nothing.
 */
export const postSubmission = async (
  collector: string,
  body: string,
  { keepalive }: { readonly keepalive: boolean },
): Promise<PostOutcome> => {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), POST_TIMEOUT_MS);
  try {
    const response = await fetch(collector + COLLECTOR_PATHS.results, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      credentials: 'omit',
      keepalive: keepalive && body.length <= MAX_SUBMISSION_BYTES,
      signal: limit.signal,
    });
    if (response.ok) {
      const accepted: unknown = await response.json().catch(() => null);
      if (isLike(accepted, ACCEPTED)) return { kind: 'accepted', accepted };
    } else if (response.status >= 400 && response.status < 500 && !PASSING.includes(response.status)) {
      return { kind: 'refused' };
    }
    return { kind: 'later', reached: true, afterMs: retryAfterMs(response.headers.get('retry-after'), Date.now()) };
  } catch {
    return { kind: 'later', reached: false, afterMs: null };
  } finally {
    clearTimeout(timer);
  }
};
