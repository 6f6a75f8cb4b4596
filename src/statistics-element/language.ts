import { type BuiltIn, chooseLocale } from '../page/choose-locale.ts';
import { fill } from '../page/fill.ts';
import { type Format, formatIn } from '../page/format.ts';
import { inEnglish } from '../protocol/province.ts';
import { megabitsOf } from '../protocol/units.ts';
import type { Measure } from './choices.ts';
import { en } from './locales/en.ts';
import type { Text } from './locales/text.ts';
import { vi } from './locales/vi.ts';
import { parsePeriod } from './periods.ts';

/** One language, ready to write with. */
export interface Language {
  readonly tag: BuiltIn;
  readonly text: Text;
  readonly format: Format;
  /** A value of a measure with its unit: `182 Mbit/s`. */
  readonly withUnit: (value: number, measure: Measure) => string;
  /** And without it. */
  readonly number: (value: number, measure: Measure) => string;
  /** A round value on an axis, without its unit where it stands beside the axis. */
  readonly mark: (value: number, measure: Measure) => string;
  /** `2026-09`, `2026-Q3` or `2026` in words. */
  readonly period: (period: string) => string;
  /** A province's name. */
  readonly name: (name: string) => string;
}

export const UNITS: Readonly<Record<Measure, string>> = {
  download: 'Mbit/s',
  upload: 'Mbit/s',
  latency: 'ms',
  ipv6: '%',
};

const ROMAN = ['', 'I', 'II', 'III', 'IV'];

const create = (tag: BuiltIn): Language => {
  const text = { vi, en }[tag];
  const format = formatIn(tag);
  const longMonth = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const [tenths, whole] = [1, 0].map(
    (digits) => new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  ) as [Intl.NumberFormat, Intl.NumberFormat];
  const round = new Intl.NumberFormat(tag, { maximumFractionDigits: 3 });
  const monthOf = (month: string) =>
    tag === 'en' ? longMonth.format(new Date(`${month}-15T00:00:00Z`)) : format.month(month);
  const written: Readonly<Record<Measure, (value: number) => string>> = {
    download: format.rate,
    upload: format.rate,
    latency: (ms) => (ms < 99.95 ? tenths : whole).format(ms), // intervals are narrow: whole ones would hide most of them
    ipv6: format.percent,
  };
  return {
    tag,
    text,
    format,
    withUnit: (value, measure) =>
      measure === 'ipv6' ? format.percent(value) : `${written[measure](value)}\u00a0${UNITS[measure]}`,
    number: (value, measure) => written[measure](value),
    mark: (value, measure) => {
      if (measure === 'ipv6') return format.percent(value);
      return round.format(measure === 'latency' ? value : megabitsOf(value));
    },
    period: (period) => {
      const parsed = parsePeriod(period);
      if (!parsed) return period;
      const { year, quarter, month } = parsed;
      if (month) return fill(text.month, { month: monthOf(period) });
      return quarter ? fill(text.quarter, { quarter, roman: ROMAN[quarter]!, year }) : fill(text.year, { year });
    },
    name: (name) => (tag === 'vi' ? name : inEnglish(name)),
  };
};

const languages = new Map<BuiltIn, Language>();

/** Vietnamese, or English where a language tag says so. */
export const languageOf = (tag: string | null): Language => {
  const choice = chooseLocale(null, tag);
  const known = languages.get(choice) ?? create(choice);
  languages.set(choice, known);
  return known;
};
