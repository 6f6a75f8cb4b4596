import { inEnglish } from '../../protocol/province.ts';
import type { StoredResult } from '../../protocol/submission.ts';
import { type BitsPerSecond, megabitsOf, type Millis } from '../../protocol/units.ts';
import { nameOfArea } from '../area-codes.ts';
import { en } from './page-en.ts';
import type { PageText } from './page-text.ts';
import { vi } from './page-vi.ts';
import type { Language } from './language.ts';

/** A language's words, and numbers and times as its readers write them. */
export interface Idiom {
  readonly language: Language;
  readonly text: PageText;
  /** Mbit/s without the unit: three digits that mean something. */
  readonly rate: (rate: BitsPerSecond) => string;
  readonly milliseconds: (ms: Millis) => string;
  readonly percent: (share: number) => string;
  /** An instant (ISO 8601) in Vietnam's time. */
  readonly when: (instant: string) => string;
  readonly date: (instant: string) => string;
  /** Of a province as a result has it. */
  readonly provinceName: (result: Pick<StoredResult, 'province' | 'provinceCodes'>) => string | null;
}

const VIETNAM = { timeZone: 'Asia/Ho_Chi_Minh' } as const;

const idiom = (language: Language, text: PageText): Idiom => {
  const digits = (count: number) =>
    new Intl.NumberFormat(language, { minimumFractionDigits: count, maximumFractionDigits: count });
  const [whole, one, two] = [digits(0), digits(1), digits(2)];
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumSignificantDigits: 2 });
  const time = new Intl.DateTimeFormat(language, { ...VIETNAM, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const day =
    language === 'vi'
      ? new Intl.DateTimeFormat('vi', { ...VIETNAM, day: '2-digit', month: '2-digit', year: 'numeric' })
      : new Intl.DateTimeFormat('en-GB', { ...VIETNAM, day: 'numeric', month: 'short', year: 'numeric' });
  const date = (instant: string) => day.format(Date.parse(instant));
  return {
    language,
    text,
    rate: (rate) => {
      const megabits = megabitsOf(rate);
      return (megabits < 9.995 ? two : megabits < 99.95 ? one : whole).format(megabits);
    },
    milliseconds: (ms) => (ms < 9.95 ? one : whole).format(ms),
    percent: (share) => percent.format(share),
    when: (instant) => text.when(time.format(Date.parse(instant)), date(instant)),
    date,
    provinceName: ({ province, provinceCodes }) => {
      const name = nameOfArea({ province, provinceCodes });
      return name && (language === 'vi' ? name : inEnglish(name));
    },
  };
};

const IDIOMS: Readonly<Record<Language, Idiom>> = { vi: idiom('vi', vi), en: idiom('en', en) };

export const idiomOf = (language: Language): Idiom => IDIOMS[language];
