import { type Kysely, sql, type Transaction } from 'kysely';
import { noteBeat, readKiosks } from './kiosk-table.ts';
import { readStatistics } from './read-statistics.ts';
import { entryOf, type ResultRow, rowOf, type Tables } from './result-row.ts';
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
        if (inserted) await drawVote(connection, row);
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
    statistics: (filter) => readStatistics(database, filter),
    beat: (beat, maxKiosks) => alone((connection) => noteBeat(connection, beat, maxKiosks)),
    kiosks: (site, month) => readKiosks(database, site, month),
    ping: async () => {
      await database.selectFrom('results').select('test_id').limit(1).execute();
    },
    close: () => database.destroy(),
  };
};

/** Of one source's counted rows in a month and province, the one with the least lot votes: drawn by hash, so no order of posting wins. */
const drawVote = async (
  connection: Connection,
  { month, province, source_key }: Pick<ResultRow, 'month' | 'province' | 'source_key'>,
): Promise<void> => {
  if (source_key === null || province === null) return;
  const cell = connection
    .selectFrom('results')
    .where('month', '=', month)
    .where('province', '=', province)
    .where('source_key', '=', source_key);
  const drawn = await cell.where('counted', '=', 1).select('test_id').orderBy('lot').limit(1).executeTakeFirst();
  const standing = await cell.where('vote', '=', 1).select('test_id').execute();
  const losers = standing.filter(({ test_id }) => test_id !== drawn?.test_id).map(({ test_id }) => test_id);
  if (losers.length > 0)
    await connection.updateTable('results').set({ vote: 0 }).where('test_id', 'in', losers).execute();
  if (drawn && !standing.some(({ test_id }) => test_id === drawn.test_id))
    await connection.updateTable('results').set({ vote: 1 }).where('test_id', '=', drawn.test_id).execute();
};

const revokeSome = async (connection: Connection, pointId: string, from: string): Promise<number> => {
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
    const { test_id, ...rest } = rowOf({ ...entry, result: { ...entry.result, state: 'unverified', flags } });
    await connection.updateTable('results').set(rest).where('test_id', '=', test_id).execute();
    await drawVote(connection, row);
  }
  return rows.length;
};
