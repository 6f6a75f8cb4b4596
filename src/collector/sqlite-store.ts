import { Kysely, SqliteDialect } from 'kysely';
import Database from 'libsql';
import type { Millis } from '../protocol/units.ts';
import { migrate } from './migrations.ts';
import type { Tables } from './result-row.ts';
import type { ResultStore } from './result-store.ts';
import { createSqlStore } from './sql-store.ts';

/** How long a write waits for another process's: a commit takes milliseconds, so this is a disk in trouble. */
export const BUSY_TIMEOUT_MS: Millis = 5000;

/** One writer at a time in the whole file. Takes the lock at once: a transaction that reads first could not have it later. */
const BEGIN = 'begin immediate';

/** A connection that waits for others and flushes every commit. */
export const openSqlite = (file: string): Database.Database => {
  const sqlite = new Database(file);
  sqlite.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  sqlite.pragma('journal_mode = WAL');
  // In WAL mode only FULL flushes at each commit (sqlite.org/pragma.html#pragma_synchronous).
  sqlite.pragma('synchronous = FULL');
  return sqlite;
};

/**
 * The embedded store: one SQLite file, shared by as many processes as one likes; each opens it once. An acknowledged result survives a kill and a power cut.
 */
export const openSqliteStore = async (file: string): Promise<ResultStore> => {
  const database = new Kysely<Tables>({ dialect: new SqliteDialect({ database: openSqlite(file) }) });
  try {
    await migrate(database, { begin: BEGIN });
  } catch (error) {
    await database.destroy();
    throw error;
  }
  return createSqlStore(database, { begin: () => BEGIN });
};
