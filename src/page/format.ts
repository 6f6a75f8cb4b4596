import { type BitsPerSecond, type Bytes, megabitsOf, megabytesOf, type Millis } from '../protocol/units.ts';

/** Numbers as people of a language write them. */
export interface Format {
  /** Mbit/s without the unit: three digits that mean something, never a long tail. */
  readonly rate: (rate: BitsPerSecond) => string;
  readonly milliseconds: (ms: Millis) => string;
  readonly seconds: (ms: Millis) => string;
  /** With the unit, MB or GB (10⁶, 10⁹). */
  readonly bytes: (bytes: Bytes) => string;
  readonly percent: (share: number) => string;
  readonly count: (n: number) => string;
  /** Day and time of an instant (ISO 8601), where the reader is. */
  readonly instant: (iso: string) => string;
  /** `2026-11` in words. */
  readonly month: (month: string) => string;
}

/** Not every attribute is a language tag; Vietnamese where it is none. */
export const canonical = (locale: string): string => {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'vi';
  } catch {
    return 'vi';
  }
};

const create = (locale: string): Format => {
  const digits = (count: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: count, maximumFractionDigits: count });
  const [whole, one, two] = [digits(0), digits(1), digits(2)];
  const upToOne = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 2 });
  const instant = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' });
  const monthInWords = new Intl.DateTimeFormat(locale, { month: 'numeric', year: 'numeric', timeZone: 'UTC' });
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
    count: (n) => whole.format(n),
    instant: (iso) => instant.format(new Date(iso)),
    month: (month) => monthInWords.format(new Date(`${month}-15T00:00:00Z`)),
  };
};

const formats = new Map<string, Format>();

/** The formats of a language; Intl objects are slow to make, so they are made once. */
export const formatIn = (locale: string): Format => {
  const known = formats.get(locale) ?? create(canonical(locale));
  formats.set(locale, known);
  return known;
};
