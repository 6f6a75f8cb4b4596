import type { KioskDay } from '../../src/collector/kiosk-day.ts';
import { VIETNAM_OFFSET_MS } from '../../src/collector/vietnam-calendar.ts';
import { KIOSK_HEARTBEAT_MS } from '../../src/protocol/kiosk.ts';
import { ENGINE_VERSION } from '../../src/protocol/result.ts';
import { chanceOf } from './chance.ts';
import type { CountryPlan } from './country.ts';
import { COUNTRY } from './provinces.ts';
import { daysBetween, isWorkday } from './rhythm.ts';
import { hallOf, kiosksOf } from './sites.ts';

/** Halls open at eight and close at five. */
const OPENS_AT = 8;
const BEATS_A_DAY = (9 * 3_600_000) / KIOSK_HEARTBEAT_MS;

/** Days on which a kiosk is out of order, and those on which somebody switched it on late. Guesses. */
const OUT_OF_ORDER = 0.04;
const LATE = 0.1;

/** What each kiosk said of itself on each working day. `resultsOf` tells how many results it sent. */
export const kioskDaysOf = function* (
  { seed, from, to }: CountryPlan,
  resultsOf: (site: string, kiosk: string, day: string) => number,
): Generator<KioskDay> {
  for (const day of daysBetween(from, to).filter(isWorkday))
    for (const province of COUNTRY)
      for (const kiosk of kiosksOf(province)) {
        const site = hallOf(province);
        const chance = chanceOf(seed, 'kiosk', site, kiosk, day);
        const isBroken = chance.hits(OUT_OF_ORDER);
        if (isBroken && chance.hits(0.5)) continue; // it said nothing at all
        const beats = Math.max(Math.round(BEATS_A_DAY * (isBroken || chance.hits(LATE) ? chance.unit() : 1)), 1);
        const closing = Date.parse(day) - VIETNAM_OFFSET_MS + OPENS_AT * 3_600_000 + BEATS_A_DAY * KIOSK_HEARTBEAT_MS;
        yield {
          site,
          day,
          kiosk,
          beats,
          lastSeen: new Date(isBroken ? closing - chance.whole(8) * 3_600_000 : closing).toISOString(),
          version: ENGINE_VERSION,
          lastFailure: isBroken ? 'point-unreachable' : null,
          results: resultsOf(site, kiosk, day),
        };
      }
};
