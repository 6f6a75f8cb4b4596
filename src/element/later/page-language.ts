import type { FullText } from '../locales/more-text.ts';

/** A language file is some 12 kB. */
const TIMEOUT_MS = 5000;

const languages = new Map<string, Promise<unknown>>();

/** The JSON at `url`, fetched once a page. Rejects where there is none. */
export const fetchLanguage = (url: string): Promise<unknown> => {
  let language = languages.get(url);
  if (!language) {
    language = fetch(url, { credentials: 'omit', signal: AbortSignal.timeout(TIMEOUT_MS) }).then((answer) => {
      if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`);
      return answer.json() as Promise<unknown>;
    });
    language.catch(() => languages.delete(url));
    languages.set(url, language);
  }
  return language;
};

/** A foreign language over a known one: only strings, only where there is a string; what is missing stays in the known language. */
export const complete = (known: FullText, foreign: unknown): FullText => over(known, foreign) as FullText;

const over = (known: unknown, foreign: unknown): unknown => {
  if (typeof known === 'string') return typeof foreign === 'string' && foreign !== '' ? foreign : known;
  const entries = foreign !== null && typeof foreign === 'object' ? (foreign as Record<string, unknown>) : {};
  return Object.fromEntries(
    Object.entries(known as object).map(([key, value]) => [
      key,
      over(value, Object.hasOwn(entries, key) ? entries[key] : undefined),
    ]),
  );
};
