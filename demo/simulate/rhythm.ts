import { VIETNAM_OFFSET_MS } from '../../src/collector/vietnam-calendar.ts';
import type { Millis } from '../../src/protocol/units.ts';

const DAY_MS: Millis = 86_400_000;
const HOUR_MS: Millis = 3_600_000;

/** Tests an hour of Vietnam's day, 0 … 23: mornings and afternoons at work and on portals, evenings at home. A guess. */
const HOURS = [2, 1, 1, 1, 1, 2, 5, 9, 14, 16, 15, 11, 8, 9, 13, 14, 13, 11, 10, 13, 17, 18, 12, 6];

/** Of a kiosk and an office: their opening hours. */
const OPEN_HOURS = HOURS.map((weight, hour) => (hour >= 8 && hour < 17 && hour !== 12 ? weight : 0));

/** Sunday first. A guess: portals are visited on working days. */
const WEEKDAYS = [0.72, 1.05, 1.1, 1.08, 1.08, 1.05, 0.82];

/** How much more a month brings than the one before. A guess. */
const GROWTH_A_MONTH = 1.05;

/** Days of Vietnam, `YYYY-MM-DD`, from the first to the last one. */
export const daysBetween = (from: string, to: string): string[] => {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  return Array.from({ length: Math.round((last - first) / DAY_MS) + 1 }, (_, i) =>
    new Date(first + i * DAY_MS).toISOString().slice(0, 10),
  );
};

export const isWorkday = (day: string): boolean => ![0, 6].includes(new Date(day).getUTCDay());

/** How many of the tests of a period fall on a day, against its other days. */
export const weightOfDay = (day: string, first: string): number =>
  WEEKDAYS[new Date(day).getUTCDay()]! * GROWTH_A_MONTH ** ((Date.parse(day) - Date.parse(first)) / DAY_MS / 30.4);

/** An instant of a day, by two draws of 0 … 1; whole seconds, in ms since 1970. */
export const instantOf = (day: string, when: 'any' | 'open', [hour, within]: readonly [number, number]): Millis => {
  const weights = when === 'any' ? HOURS : OPEN_HOURS;
  let left = hour * weights.reduce((sum, weight) => sum + weight, 0);
  const at = weights.findIndex((weight) => (left -= weight) < 0);
  return Date.parse(day) - VIETNAM_OFFSET_MS + Math.floor((at + within) * 3600) * 1000;
};

/** What is left of a line's rate while its neighbours watch films: least at nine in the evening. A guess. */
export const shareAt = (at: Millis): number => {
  const hour = ((at + VIETNAM_OFFSET_MS) / HOUR_MS) % 24;
  return 1 - 0.12 * Math.exp(-(((hour - 21) / 1.8) ** 2));
};
