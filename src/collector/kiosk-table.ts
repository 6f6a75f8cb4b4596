import type { Kysely } from 'kysely';
import type { KioskHeartbeat } from '../protocol/kiosk.ts';
import { type KioskBeat, type KioskDay, withBeat } from './kiosk-day.ts';
import type { Tables } from './result-row.ts';
import { vietnamDay } from './vietnam-calendar.ts';

/** A row of the table `kiosk_days`. */
export interface KioskRow {
  readonly site: string;
  readonly day: string;
  readonly kiosk: string;
  readonly beats: number;
  readonly last_seen: string;
  readonly version: string;
  readonly last_failure: string | null;
  readonly results: number;
}

/** {@link import('./kiosk-store.ts').KioskStore} `beat`, for a writer that is alone. */
export const noteBeat = async (connection: Kysely<Tables>, beat: KioskBeat, maxKiosks: number): Promise<boolean> => {
  const day = vietnamDay(beat.at);
  const ofKiosk = connection
    .selectFrom('kiosk_days')
    .where('site', '=', beat.site)
    .where('day', '=', day)
    .where('kiosk', '=', beat.kiosk);
  const row = await ofKiosk.selectAll().executeTakeFirst();
  const { site, kiosk, ...rest } = rowOf(withBeat(row ? dayOf(row) : null, beat));
  if (row) {
    await connection
      .updateTable('kiosk_days')
      .set(rest)
      .where('site', '=', site)
      .where('day', '=', day)
      .where('kiosk', '=', kiosk)
      .execute();
    return true;
  }
  const others = await inMonth(connection, site, day.slice(0, 7)).select('kiosk').distinct().execute();
  if (others.length >= maxKiosks && !others.some((other) => other.kiosk === kiosk)) return false;
  await connection
    .insertInto('kiosk_days')
    .values({ site, kiosk, ...rest })
    .execute();
  return true;
};

/** {@link import('./kiosk-store.ts').KioskStore} `kiosks`. */
export const readKiosks = async (database: Kysely<Tables>, site: string, month: string): Promise<KioskDay[]> =>
  (await inMonth(database, site, month).selectAll().orderBy('day').orderBy('kiosk').execute()).map(dayOf);

/** Days are texts in the order of time, and no month has a 32nd. */
const inMonth = (database: Kysely<Tables>, site: string, month: string) =>
  database
    .selectFrom('kiosk_days')
    .where('site', '=', site)
    .where('day', '>=', `${month}-01`)
    .where('day', '<=', `${month}-31`);

export const rowOf = ({ lastSeen, lastFailure, ...same }: KioskDay): KioskRow => ({
  ...same,
  last_seen: lastSeen,
  last_failure: lastFailure,
});

const dayOf = ({ last_seen, last_failure, ...same }: KioskRow): KioskDay => ({
  ...same,
  lastSeen: last_seen,
  // Written by rowOf from a heartbeat that had passed its schema.
  lastFailure: last_failure as KioskHeartbeat['lastFailure'],
});
