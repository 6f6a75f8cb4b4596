import { type Kysely, sql } from 'kysely';
import { log } from '../node/log.ts';
import type { Millis } from '../protocol/units.ts';
import { inTransaction } from './in-transaction.ts';
import type { Tables } from './result-row.ts';
import type { Dialect } from './sql-store.ts';
import { monthAfter } from './vietnam-calendar.ts';

/** A dump that runs for hours holds what a new partition needs; results must not wait for that. */
const LOCK_TIMEOUT_MS: Millis = 1000;

/**
 * Before a month's first result: a partition of `results` for it, and for the month after it, so that nothing has to be made on the
 * night of the first. Where that cannot be, the default partition takes the rows, and nobody is refused.
 */
export const createMonthPartitions = (
  database: Kysely<Tables>,
  begin: Dialect['begin'],
): ((month: string) => Promise<void>) => {
  const made = new Map<string, Promise<void>>();
  const makeOnce = (month: string): Promise<void> => {
    const work = made.get(month) ?? make(database, begin, month);
    made.set(month, work);
    return work;
  };
  return async (month) => {
    if (!/^\d{4}-\d{2}$/.test(month)) return;
    await makeOnce(month);
    await makeOnce(monthAfter(month));
  };
};

const make = (database: Kysely<Tables>, begin: Dialect['begin'], month: string): Promise<void> =>
  inTransaction(database, begin('months'), async (connection) => {
    const partition = `results_${month.replace('-', '_')}`;
    const { rows } = await sql<{ known: string | null }>`select to_regclass(${partition}) as known`.execute(connection);
    if (rows[0]!.known !== null) return;
    await sql.raw(`set local lock_timeout = ${LOCK_TIMEOUT_MS}`).execute(connection);
    await sql.raw(`create table ${partition} partition of results for values in ('${month}')`).execute(connection);
  }).catch((error: unknown) => {
    log('warn', 'results of a month go to the default partition', { month, error: String(error) });
  });
