import { KIOSK_HEARTBEAT_MS } from '../../protocol/kiosk.ts';
import type { Presence, Report } from '../../protocol/report.ts';
import { groupBy } from '../group-by.ts';
import type { KioskDay } from '../kiosk-day.ts';
import { dayAfter, workingDays } from '../vietnam-calendar.ts';

/** A kiosk is expected while its hall is open: eight hours, Monday to Friday (Labour Code 2019, article 105). What it does beside that is no fault and no merit. */
export const KIOSK_HOURS_A_DAY = 8;

const BEATS_A_DAY = (KIOSK_HOURS_A_DAY * 3_600_000) / KIOSK_HEARTBEAT_MS;

/**
 * How much of its halls' hours each kiosk was there, by site and kiosk; pure. `days`: of the month and of the one before, which tells
 * whether a kiosk was there from the month's first day on; else it is expected from the day after its first one.
 */
export const kioskUptime = (
  days: readonly KioskDay[],
  { month, countedTo, isRunning }: { readonly month: string; readonly countedTo: string; readonly isRunning: boolean },
): Report['kiosks'] => {
  const lastOver = isRunning ? dayAfter(countedTo, -1) : countedTo;
  const lastWorking = workingDays(`${month}-01`, lastOver).at(-1) ?? null;
  const kiosks = groupBy(days, ({ site, kiosk }) => `${site} ${kiosk}`);
  return [...kiosks.values()]
    .map((ofKiosk) => {
      const { site, kiosk } = ofKiosk[0]!;
      const seen = ofKiosk.filter(({ day }) => day.startsWith(month)).sort((a, b) => (a.day < b.day ? -1 : 1));
      const from = seen.length < ofKiosk.length ? `${month}-01` : dayAfter(seen[0]!.day);
      const expected = workingDays(from, lastOver);
      const beatsOn = new Map(seen.map(({ day, beats }) => [day, Math.min(beats, BEATS_A_DAY)]));
      const beats = expected.reduce((sum, day) => sum + (beatsOn.get(day) ?? 0), 0);
      const last = seen.at(-1) ?? null;
      return {
        site,
        kiosk,
        presence: presenceOf(last?.day ?? null, lastWorking),
        lastSeen: last?.lastSeen ?? null,
        version: last?.version ?? null,
        lastFailure: last?.lastFailure ?? null,
        beats,
        expectedBeats: expected.length * BEATS_A_DAY,
        uptime: expected.length === 0 ? null : beats / (expected.length * BEATS_A_DAY),
      };
    })
    .sort((a, b) => (a.site + a.kiosk < b.site + b.kiosk ? -1 : 1));
};

/** Live is who was there on the last working day that is over, or since. */
const presenceOf = (lastDay: string | null, lastWorking: string | null): Presence =>
  lastDay === null ? 'absent' : lastWorking === null || lastDay >= lastWorking ? 'live' : 'silent';
