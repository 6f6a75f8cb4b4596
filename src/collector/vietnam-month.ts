/** Vietnam has kept UTC+7 all year round since 1975 (IANA zone Asia/Ho_Chi_Minh). */
export const VIETNAM_OFFSET_MS = 7 * 3_600_000;

/** The month an instant falls in where the figures are published: ISO 8601 → `YYYY-MM`. */
export const vietnamMonth = (instant: string): string =>
  new Date(Date.parse(instant) + VIETNAM_OFFSET_MS).toISOString().slice(0, 7);
