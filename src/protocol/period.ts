import * as v from 'valibot';

/** YYYY-MM in Vietnam's time (UTC+7). */
export const MonthSchema = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'month must be YYYY-MM'));

/** A month, a quarter or a year in Vietnam's time: `2026-09`, `2026-Q3`, `2026`. */
export const PeriodSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$/, 'period must be a month, a quarter or a year: 2026-09, 2026-Q3, 2026'),
);

/** The first and the last month of a period: `2026-Q3` → `2026-07`, `2026-09`. */
export const monthsOf = (period: string): { readonly from: string; readonly to: string } => {
  const [year, part] = period.split('-') as [string, string?];
  const month = (number: number) => `${year}-${String(number).padStart(2, '0')}`;
  if (part === undefined) return { from: month(1), to: month(12) };
  if (!part.startsWith('Q')) return { from: period, to: period };
  const last = 3 * Number(part.slice(1));
  return { from: month(last - 2), to: month(last) };
};

/** Whether a period is a single month. */
export const isMonth = (period: string): boolean => v.is(MonthSchema, period);
