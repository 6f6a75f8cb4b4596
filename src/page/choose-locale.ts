/** The languages that come with the element. */
export type BuiltIn = 'vi' | 'en';

/** Of a language tag; region subtags do not matter. Vietnamese for every other one. */
const builtIn = (tag: string | null): BuiltIn => (/^en\b/i.test((tag ?? '').trim()) ? 'en' : 'vi');

/** The attribute, else the language of the page around the element. */
export const chooseLocale = (attribute: string | null, surroundings: string | null): BuiltIn =>
  builtIn(attribute ?? surroundings);

/** Scripts that run from right to left, by the languages that use them. */
const RIGHT_TO_LEFT = /^(ar|arc|ckb|dv|fa|he|ks|ku-arab|ps|sd|ug|ur|yi)\b/i;

export const directionOf = (tag: string): 'ltr' | 'rtl' => (RIGHT_TO_LEFT.test(tag) ? 'rtl' : 'ltr');
