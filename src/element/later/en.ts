import { en } from '../locales/en.ts';
import { enMore } from '../locales/en-more.ts';
import type { FullText } from '../locales/more-text.ts';
import { complete, fetchLanguage } from './page-language.ts';

/** English, whole. */
export const text: FullText = { ...en, ...enMore };

/** The language of the page's own file at `url`; what it lacks stays English. Rejects where there is no such file. */
export const pageLanguage = async (url: string): Promise<FullText> => complete(text, await fetchLanguage(url));
