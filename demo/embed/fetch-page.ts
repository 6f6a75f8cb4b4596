import type { PageFacts } from './page-facts.ts';

/** A page that is slower than this is not looked at. */
export const PAGE_TIMEOUT_MS = 10_000;

/** Policies in a page stand in its head; nobody's head is longer. */
export const MAX_PAGE_BYTES = 512 * 1024;

/** As browsers do (Fetch, 4.4). */
export const MAX_REDIRECTS = 20;

export interface FetchedPage {
  readonly facts: PageFacts;
  readonly status: number;
  /** The addresses after the first, in order. */
  readonly redirects: readonly string[];
  readonly isCut: boolean;
}

/** Reads a page as a visitor's first visit would. Rejects where it does not answer in time, or sends in circles. */
export const fetchPage = async (address: string, timeoutMs = PAGE_TIMEOUT_MS): Promise<FetchedPage> => {
  const signal = AbortSignal.timeout(timeoutMs);
  const redirects: string[] = [];
  for (let url = address; redirects.length <= MAX_REDIRECTS;) {
    const response = await fetch(url, { redirect: 'manual', signal, headers: { accept: 'text/html' } });
    const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (location === null) {
      const { text, isCut } = await readStart(response);
      return { facts: { url, headers: [...response.headers], html: text }, status: response.status, redirects, isCut };
    }
    await response.body?.cancel();
    url = new URL(location, url).href;
    if (!/^https?:/.test(url)) throw new Error(`redirected to ${url}`);
    redirects.push(url);
  }
  throw new Error(`more than ${MAX_REDIRECTS} redirects`);
};

const readStart = async (response: Response): Promise<{ readonly text: string; readonly isCut: boolean }> => {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    const kept = (chunk as Uint8Array).subarray(0, MAX_PAGE_BYTES - bytes);
    bytes += kept.length;
    text += decoder.decode(kept, { stream: true });
    if (kept.length < (chunk as Uint8Array).length) return { text, isCut: true }; // leaving the loop ends the answer
  }
  return { text: text + decoder.decode(), isCut: false };
};
