import { en } from './en.ts';
import type { Text } from './text.ts';
import { vi } from './vi.ts';

export type Locale = 'vi' | 'en';

const TEXTS: Readonly<Record<Locale, Text>> = { vi, en };

export const textIn = (locale: Locale): Text => TEXTS[locale];

/** The attribute, else the language of the page around the element; Vietnamese for every other one. Region subtags do not matter. */
export const chooseLocale = (attribute: string | null, surroundings: string | null): Locale =>
  /^en\b/i.test((attribute ?? surroundings ?? '').trim()) ? 'en' : 'vi';
