import { type Idiom, idiomOf } from '../shared-page/idiom.ts';
import type { Language } from '../shared-page/language.ts';
import { en } from './report-en.ts';
import type { ReportText } from './report-text.ts';
import { vi } from './report-vi.ts';

/** A language's words for the report, and its numbers and days. */
export interface ReportIdiom extends Idiom {
  readonly words: ReportText;
  readonly count: (count: number) => string;
  /** Whole percents: nobody reads a funnel to a tenth. */
  readonly share: (share: number) => string;
  /** `2026-09` in words. */
  readonly monthName: (month: string) => string;
  /** `2026-09-30` as its readers write it. */
  readonly dayName: (day: string) => string;
}

const WORDS: Readonly<Record<Language, ReportText>> = { vi, en };

export const reportIdiomOf = (language: Language): ReportIdiom => {
  const idiom = idiomOf(language);
  const words = WORDS[language];
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  return {
    ...idiom,
    words,
    count: (count) => whole.format(count),
    share: (share) => percent.format(share),
    monthName: (month) => words.month(month.slice(0, 4), Number(month.slice(5))),
    dayName: (day) => idiom.date(`${day}T00:00:00.000Z`),
  };
};
