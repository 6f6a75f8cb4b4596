import type { Kysely } from 'kysely';
import { readStatistics } from './read-statistics.ts';
import { entryOf, rowOf, type Tables } from './result-row.ts';
import type { ResultEntry, ResultStore } from './result-store.ts';

/** A {@link ResultStore} over any database that speaks the common subset and has been migrated. */
export const createSqlStore = (database: Kysely<Tables>): ResultStore => {
  const find = async (testId: string): Promise<ResultEntry | null> => {
    const row = await database.selectFrom('results').selectAll().where('test_id', '=', testId).executeTakeFirst();
    return row ? entryOf(row) : null;
  };
  return {
    find,
    insert: async (entry) => {
      const { numInsertedOrUpdatedRows } = await database
        .insertInto('results')
        .values(rowOf(entry))
        .onConflict((conflict) => conflict.column('test_id').doNothing())
        .executeTakeFirstOrThrow();
      // Rows are never deleted, so whoever lost the race finds the winner's.
      const standing = (await find(entry.result.testId))!;
      return { inserted: numInsertedOrUpdatedRows === 1n, standing };
    },
    statistics: (filter) => readStatistics(database, filter),
    ping: async () => {
      await database.selectFrom('results').select('test_id').limit(1).execute();
    },
    close: () => database.destroy(),
  };
};
