/** Vietnam has kept UTC+7 all year round since 1975 (IANA zone Asia/Ho_Chi_Minh). */
export const VIETNAM_OFFSET_MS = 7 * 3_600_000;

/** The day an instant falls in where the figures are published: ISO 8601 → `YYYY-MM-DD`. */
export const vietnamDay = (instant: string): string =>
  new Date(Date.parse(instant) + VIETNAM_OFFSET_MS).toISOString().slice(0, 10);

/** The month: `YYYY-MM`. */
export const vietnamMonth = (instant: string): string => vietnamDay(instant).slice(0, 7);

/** The month before a month: `2027-01` → `2026-12`. */
export const monthBefore = (month: string): string => shifted(month, -1);

/** The month after a month: `2026-12` → `2027-01`. */
export const monthAfter = (month: string): string => shifted(month, 1);

const shifted = (month: string, by: number): string => {
  const day = new Date(`${month}-01`); // Date.UTC would take the years 0 to 99 for 1900 to 1999
  day.setUTCMonth(day.getUTCMonth() + by);
  return day.toISOString().slice(0, 7);
};

/** The last day of a month: `2026-02` → `2026-02-28`. */
export const lastDayOf = (month: string): string => dayAfter(`${monthAfter(month)}-01`, -1);

/** So many days after a day, or before it where `days` is negative. */
export const dayAfter = (day: string, days = 1): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** Monday to Friday from a day to another one, both of them too. Holidays are nobody's but the calendar's of each year, and not left out. */
export const workingDays = (from: string, to: string): string[] => {
  const days: string[] = [];
  for (let day = from; day <= to; day = dayAfter(day)) if (![0, 6].includes(new Date(day).getUTCDay())) days.push(day);
  return days;
};
