/** The languages that pages for people are written in. */
export type Language = 'vi' | 'en';

const isLanguage = (tag: string | undefined): tag is Language => tag === 'vi' || tag === 'en';

/**
 * The language the address asks for (`?lang=en`), else the one the browser likes best of those there are (`Accept-Language`, RFC 9110,
 * 12.5.4); Vietnamese where it names neither. Region subtags do not matter.
 */
export const chooseLanguage = (asked: string | undefined, accepted: string | undefined): Language => {
  if (isLanguage(asked)) return asked;
  let best: { readonly language: Language; readonly weight: number } | null = null;
  for (const range of (accepted ?? '').split(',')) {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const language = tag.split('-')[0];
    const q = parameters.find((parameter) => parameter.startsWith('q='));
    const weight = q === undefined ? 1 : Number(q.slice(2));
    if (isLanguage(language) && weight > (best?.weight ?? 0)) best = { language, weight };
  }
  return best?.language ?? 'vi';
};
