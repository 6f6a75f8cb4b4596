/** A month, a quarter or a year of figures. */
const PERIOD = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?$/;

export interface Period {
  readonly year: number;
  /** 1 … 12; null where it is longer than a month. */
  readonly month: number | null;
  /** 1 … 4. */
  readonly quarter: number | null;
}

export const isPeriod = (text: string): boolean => PERIOD.test(text);

export const parsePeriod = (text: string): Period | null => {
  const [, year, month, quarter] = PERIOD.exec(text) ?? [];
  if (year === undefined) return null;
  return { year: Number(year), month: month ? Number(month) : null, quarter: quarter ? Number(quarter) : null };
};

const monthsOf = (year: string, from: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${year}-${String(from + i).padStart(2, '0')}`);

/** Whether a month is part of a period. */
export const isWithin = (month: string, period: string): boolean => {
  const { year, quarter } = parsePeriod(period)!;
  if (quarter === null) return month.startsWith(period);
  return monthsOf(String(year), 3 * quarter - 2, 3).includes(month);
};

/** What there is to choose from, newest first: years and quarters only when all their months are there and over. */
export interface PeriodList {
  readonly months: readonly string[];
  readonly quarters: readonly string[];
  readonly years: readonly string[];
  /** The newest month that is over, else the newest one. */
  readonly newest: string | null;
}

export const periodsOf = (months: readonly string[], runningMonth: string): PeriodList => {
  const over = new Set(months.filter((month) => month < runningMonth));
  const years = [...new Set(months.map((month) => month.slice(0, 4)))].sort().reverse();
  const isWhole = (parts: readonly string[]) => parts.every((month) => over.has(month));
  const newestFirst = [...months].sort().reverse();
  return {
    months: newestFirst,
    quarters: years.flatMap((year) =>
      [4, 3, 2, 1].flatMap((quarter) => (isWhole(monthsOf(year, 3 * quarter - 2, 3)) ? `${year}-Q${quarter}` : [])),
    ),
    years: years.filter((year) => isWhole(monthsOf(year, 1, 12))),
    newest: newestFirst.find((month) => over.has(month)) ?? newestFirst[0] ?? null,
  };
};

/** Figures are counted by Vietnam's months (UTC+7, without summer time). */
const VIETNAM_AHEAD_MS = 7 * 3_600_000;

/** The month that is running in Vietnam, `YYYY-MM`. */
export const monthInVietnam = (now: Date): string =>
  new Date(now.getTime() + VIETNAM_AHEAD_MS).toISOString().slice(0, 7);
