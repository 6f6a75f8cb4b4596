/** So many months before one: `2026-09`, 11 → `2025-10`. */
export const monthsBack = (month: string, count: number): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 - count)).toISOString().slice(0, 7);
