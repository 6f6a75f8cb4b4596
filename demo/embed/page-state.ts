import { type Choice, DEFAULTS, type Fields, type Mistake, parseChoice } from './choice.ts';
import type { CollectorFacts } from './read-collector.ts';

/** Everything that the page shows follows from this. */
export interface PageState {
  readonly tag: 'vi' | 'en';
  readonly fields: Fields;
  /** Of the collector in the fields; `null` where it cannot be read. */
  readonly collector: CollectorFacts | 'waiting' | null;
  /** What the doctor is given. */
  readonly page: { readonly url: string; readonly pasted: string };
  /** The box whose copy button was pressed last, and how it went. */
  readonly copied: { readonly box: string; readonly isDone: boolean } | null;
}

/** The choice of a page's address: every field may be in it, so that a set-up can be sent to a colleague. */
export const stateFromQuery = (query: URLSearchParams, origin: string): PageState => {
  const defaults: Fields = { ...DEFAULTS, collector: origin };
  const fields = Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [name, query.get(name) ?? value]),
  ) as Fields;
  const tag = query.get('lang') === 'en' ? 'en' : 'vi';
  return { tag, fields, collector: 'waiting', page: { url: '', pasted: '' }, copied: null };
};

/** Only what differs from the start. */
export const queryOf = ({ tag, fields }: PageState, origin: string): string => {
  const defaults: Fields = { ...DEFAULTS, collector: origin };
  const changed = Object.entries(fields).filter(([name, value]) => value !== defaults[name as keyof Fields]);
  const query = new URLSearchParams([...(tag === 'en' ? [['lang', 'en']] : []), ...changed] as string[][]).toString();
  return query === '' ? '' : `?${query}`;
};

export const choiceOf = ({
  fields,
}: PageState): { readonly choice: Choice | null; readonly mistakes: ReadonlyMap<keyof Choice, Mistake['reason']> } => {
  const { choice, mistakes } = parseChoice(fields);
  return { choice, mistakes: new Map((mistakes ?? []).map(({ field, reason }) => [field, reason])) };
};
