import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import { fillSimulated, markSimulated } from './fill-simulated.ts';
import type { FunnelCounts } from './funnel-store.ts';
import { addCounts, countFate, fateOf, readCounts } from './funnel-tables.ts';
import { inTransaction } from './in-transaction.ts';
import { noteBeat, readKiosks } from './kiosk-table.ts';
import { hasMark, SIMULATED } from './marks-table.ts';
import { readResults } from './read-results.ts';
import { readMonths, readTallies } from './read-tallies.ts';
import { redraw, withdraw } from './redraw.ts';
import { entryOf, rowOf, type Tables } from './result-row.ts';
import type { ResultEntry, ResultStore } from './result-store.ts';

/** Rows of a revoked point are rewritten so many at a time: other writers wait no longer than that takes. */
const REVOKE_BATCH = 200;

type Connection = Kysely<Tables> | Transaction<Tables>;

/** What writers of a database do that others do otherwise. */
export interface Dialect {
  /**
   * Starts a transaction that is the only one at these places until it ends, or the only one at all where none are named. Figures of
   * different provinces and months share no row, so theirs are places apart.
   */
  readonly begin: (...places: string[]) => string;
  /** Before a month's first result. */
  readonly openMonth?: (month: string) => Promise<void>;
}

/** A {@link ResultStore} over any database that speaks the common subset and has been migrated. */
export const createSqlStore = (database: Kysely<Tables>, { begin, openMonth }: Dialect): ResultStore => {
  const find = async (testId: string, connection: Connection = database): Promise<ResultEntry | null> => {
    const row = await connection.selectFrom('results').selectAll().where('test_id', '=', testId).executeTakeFirst();
    return row ? entryOf(row) : null;
  };
  const aloneAt = <Answer>(places: readonly string[], work: (connection: Kysely<Tables>) => Promise<Answer>) =>
    inTransaction(database, begin(...places), work);
  return {
    find: (testId) => find(testId),
    insert: async (entry) => {
      const row = rowOf(entry);
      await openMonth?.(row.month);
      // The test first: whoever tells another story about it, of whatever month or province, waits here.
      return aloneAt([`test ${row.test_id}`, figuresOf(row)], async (connection) => {
        const standing = await find(row.test_id, connection);
        if (standing) return { inserted: false, standing };
        await connection.insertInto('results').values(row).execute();
        await countFate(connection, row, [[fateOf(row), 1]]);
        if (row.counted === 1) await redraw(connection, row);
        return { inserted: true, standing: entry };
      });
    },
    revoke: async (pointId, from) => {
      let total = 0;
      for (;;) {
        const changed = await aloneAt([], (connection) => revokeSome(connection, pointId, from));
        if (changed === 0) return total;
        total += changed;
        await nextTurn(); // libsql gives a statement's memory back between turns of the event loop only
      }
    },
    tallies: (filter) => readTallies(database, filter),
    months: () => readMonths(database),
    isSimulated: () => hasMark(database, SIMULATED),
    markSimulated: (told) => aloneAt([], (connection) => markSimulated(connection, told)),
    fillSimulated: (simulation) => fillSimulated({ alone: (work) => aloneAt([], work), openMonth }, simulation),
    addCounts: (counts) => aloneAt(placesOf(counts), (connection) => addCounts(connection, counts)),
    readCounts: (query) => readCounts(database, query),
    results: (month) => readResults(database, month),
    beat: (beat, maxKiosks) => aloneAt([`kiosks ${beat.site}`], (connection) => noteBeat(connection, beat, maxKiosks)),
    kiosks: (site, month) => readKiosks(database, site, month),
    ping: async () => {
      await database.selectFrom('results').select('test_id').limit(1).execute();
    },
    close: () => database.destroy(),
  };
};

/** Where a province's month is counted: cells, visits and tests. */
const figuresOf = ({ province, month }: { readonly province: string | null; readonly month: string }): string =>
  `figures ${province} ${month}`;

/** In one order for everybody, so that no two wait for each other. */
const placesOf = ({ visits, tests }: FunnelCounts): string[] =>
  [...new Set([...visits, ...tests].map(figuresOf))].sort();

const revokeSome = async (connection: Kysely<Tables>, pointId: string, from: string): Promise<number> => {
  const rows = await connection
    .selectFrom('results')
    .selectAll()
    .where('point_id', '=', pointId)
    .where('received_at', '>=', from)
    .where('state', '!=', 'unverified')
    .limit(REVOKE_BATCH)
    .execute();
  for (const row of rows) {
    const entry = entryOf(row);
    const flags = [...new Set([...entry.result.flags, 'point-revoked' as const])];
    await withdraw(connection, row);
    const now = rowOf({ ...entry, result: { ...entry.result, state: 'unverified', flags } });
    const { test_id, ...rest } = now;
    await connection.updateTable('results').set(rest).where('test_id', '=', test_id).execute();
    await countFate(connection, row, [[fateOf({ ...row, vote: 0 }), -1]]); // withdrawn: it counted, at most
    await countFate(connection, now, [[fateOf(now), 1]]);
  }
  // Once none of them counts any more: a vote must not pass to a row whose turn to lose it is over, or still to come.
  for (const row of rows) await redraw(connection, row);
  return rows.length;
};
