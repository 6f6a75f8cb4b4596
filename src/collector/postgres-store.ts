import { createHash } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { SettingError } from '../node/environment.ts';
import { log } from '../node/log.ts';
import type { Millis } from '../protocol/units.ts';
import { migrate } from './migrations.ts';
import { createMonthPartitions } from './month-partitions.ts';
import { POSTGRES_BASELINE } from './postgres-baseline.ts';
import { connectionComplaint } from './postgres-complaints.ts';
import type { Tables } from './result-row.ts';
import type { ResultStore } from './result-store.ts';
import { createSqlStore } from './sql-store.ts';

/** How long a write waits for others: a commit takes milliseconds, so this is a server in trouble. */
export const LOCK_TIMEOUT_MS: Millis = 5000;

/** How long a request waits for one of the pool's connections, be it a new one: as long as a request may take to come in. */
export const CONNECTION_TIMEOUT_MS: Millis = 30_000;

/** Sums and AS numbers, which stay far below 2^53, come as numbers. */
const numbers = new pg.TypeOverrides();
for (const type of [pg.types.builtins.INT8, pg.types.builtins.NUMERIC]) numbers.setTypeParser(type, Number);

/**
 * Transactions that write. Who writes at a place waits for the others there and goes beside all others; who names none is alone, as a
 * migration must be. Locks are taken in the order of the places and end with the transaction.
 */
export const beginOnPostgres = (...places: readonly string[]): string =>
  [
    // Whatever the server's defaults are: who waited for a lock must see what the one before has written, and an acknowledged result is on disk.
    'begin isolation level read committed',
    'set local synchronous_commit = on',
    ...(places.length === 0
      ? [`select pg_advisory_xact_lock(${lockOf('store')})`]
      : [`set local lock_timeout = ${LOCK_TIMEOUT_MS}`, `select pg_advisory_xact_lock_shared(${lockOf('store')})`]),
    ...places.map((place) => `select pg_advisory_xact_lock(${lockOf(place)})`),
  ].join('; ');

/** 64 bits of a hash: two places of one lock would wait for each other without need, and be right. */
const lockOf = (place: string): bigint =>
  createHash('sha256').update(`i-speed-test ${place}`).digest().readBigInt64BE();

/** Connections that are made when they are needed, and made anew when they are lost. */
export const openPostgres = (url: string): Kysely<Tables> => {
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    keepAlive: true,
    types: numbers,
  });
  // A server that goes away ends connections that nobody is waiting for; whoever asks next gets a new one, or the error.
  const lost = (error: Error) => log('warn', 'a connection to PostgreSQL was lost', { error: error.message });
  pool.on('error', () => {}).on('connect', (client) => client.on('error', lost));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
};

/** The store of a PostgreSQL database, shared by as many collectors as one likes. `url` is `postgres://…`, and nothing of it is logged. */
export const openPostgresStore = async (url: string): Promise<ResultStore> => {
  const database = openPostgres(url);
  try {
    await migrate(database, { begin: beginOnPostgres(), baseline: POSTGRES_BASELINE });
  } catch (error) {
    await database.destroy();
    const complaint = connectionComplaint(error, url);
    throw complaint === null ? error : new SettingError(complaint);
  }
  return createSqlStore(database, {
    begin: beginOnPostgres,
    openMonth: createMonthPartitions(database, beginOnPostgres),
  });
};
