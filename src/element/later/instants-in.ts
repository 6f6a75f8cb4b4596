import { canonical } from '../../page/format.ts';

/** Day and time with the whole year, where the reader is; without a month that could be taken for a day. Null for no instant. */
export const instantsIn = (tag: string): ((iso: string) => string | null) => {
  const locale = canonical(tag);
  const format = new Intl.DateTimeFormat(locale, {
    ...{ day: 'numeric', year: 'numeric', hour: 'numeric', minute: '2-digit' },
    month: /^vi\b/.test(locale) ? 'numeric' : 'short',
  });
  return (iso) => {
    const at = new Date(iso);
    return Number.isNaN(at.getTime()) ? null : format.format(at);
  };
};
