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
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 + by)).toISOString().slice(0, 7);
};
