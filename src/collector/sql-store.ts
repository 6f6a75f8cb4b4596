import { type Kysely, sql, type Transaction } from 'kysely';
import { fillSimulated, markSimulated } from './fill-simulated.ts';
import { addCounts, countFate, fateOf, readCounts } from './funnel-tables.ts';
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

/**
 * A {@link ResultStore} over any database that speaks the common subset and has been migrated. `begin` starts a transaction that lets
 * one writer at a time through.
 */
export const createSqlStore = (database: Kysely<Tables>, { begin }: { readonly begin: string }): ResultStore => {
  const find = async (testId: string, connection: Connection = database): Promise<ResultEntry | null> => {
    const row = await connection.selectFrom('results').selectAll().where('test_id', '=', testId).executeTakeFirst();
    return row ? entryOf(row) : null;
  };
  const alone = <Answer>(work: (connection: Kysely<Tables>) => Promise<Answer>): Promise<Answer> =>
    database.connection().execute(async (connection) => {
      await sql.raw(begin).execute(connection);
      try {
        const answer = await work(connection);
        await sql.raw('commit').execute(connection);
        return answer;
      } catch (error) {
        await sql.raw('rollback').execute(connection);
        throw error;
      }
    });
  return {
    find: (testId) => find(testId),
    insert: (entry) =>
      alone(async (connection) => {
        const row = rowOf(entry);
        const { numInsertedOrUpdatedRows } = await connection
          .insertInto('results')
          .values(row)
          .onConflict((conflict) => conflict.column('test_id').doNothing())
          .executeTakeFirstOrThrow();
        const inserted = numInsertedOrUpdatedRows === 1n;
        if (inserted) await countFate(connection, row, [[fateOf(row), 1]]);
        if (inserted && row.counted === 1) await redraw(connection, row);
        // Rows are never deleted, so whoever lost the race finds the winner's.
        return { inserted, standing: inserted ? entry : (await find(entry.result.testId, connection))! };
      }),
    revoke: async (pointId, from) => {
      let total = 0;
      for (;;) {
        const changed = await alone((connection) => revokeSome(connection, pointId, from));
        if (changed === 0) return total;
        total += changed;
      }
    },
    tallies: (filter) => readTallies(database, filter),
    months: () => readMonths(database),
    isSimulated: () => hasMark(database, SIMULATED),
    markSimulated: (told) => alone((connection) => markSimulated(connection, told)),
    fillSimulated: (simulation) => fillSimulated(alone, simulation),
    addCounts: (counts) => alone((connection) => addCounts(connection, counts)),
    readCounts: (query) => readCounts(database, query),
    results: (month) => readResults(database, month),
    beat: (beat, maxKiosks) => alone((connection) => noteBeat(connection, beat, maxKiosks)),
    kiosks: (site, month) => readKiosks(database, site, month),
    ping: async () => {
      await database.selectFrom('results').select('test_id').limit(1).execute();
    },
    close: () => database.destroy(),
  };
};

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
    await redraw(connection, row);
  }
  return rows.length;
};
