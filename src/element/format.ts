import { type BitsPerSecond, type Bytes, megabitsOf, megabytesOf, type Millis } from '../protocol/units.ts';
import type { Locale } from './locales/choose-locale.ts';

/** Numbers as people of a language write them. */
export interface Format {
  /** Mbit/s without the unit: three digits that mean something, never a long tail. */
  readonly rate: (rate: BitsPerSecond) => string;
  readonly milliseconds: (ms: Millis) => string;
  readonly seconds: (ms: Millis) => string;
  /** With the unit, MB or GB (10⁶, 10⁹). */
  readonly bytes: (bytes: Bytes) => string;
  readonly percent: (share: number) => string;
}

const create = (locale: Locale): Format => {
  const digits = (count: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: count, maximumFractionDigits: count });
  const [whole, one, two] = [digits(0), digits(1), digits(2)];
  const upToOne = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 2 });
  return {
    rate: (rate) => {
      const megabits = megabitsOf(rate);
      return (megabits < 9.995 ? two : megabits < 99.95 ? one : whole).format(megabits);
    },
    milliseconds: (ms) => (ms < 9.95 ? one : whole).format(ms),
    seconds: (ms) => one.format(ms / 1000),
    bytes: (bytes) => {
      const megabytes = megabytesOf(bytes);
      if (megabytes >= 999.5) return `${upToOne.format(megabytes / 1000)}\u00a0GB`;
      return `${(megabytes < 9.95 ? upToOne : whole).format(megabytes)}\u00a0MB`;
    },
    percent: (share) => percent.format(share),
  };
};

const formats = new Map<Locale, Format>();

/** The formats of a language; Intl objects are slow to make, so they are made once. */
export const formatIn = (locale: Locale): Format => {
  const known = formats.get(locale) ?? create(locale);
  formats.set(locale, known);
  return known;
};
