import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgresStore, beginOnPostgres, openPostgres } from '../../src/collector/postgres-store.ts';
import type { ResultStore } from '../../src/collector/result-store.ts';
import { createSqlStore } from '../../src/collector/sql-store.ts';
import { openSqliteStore } from '../../src/collector/sqlite-store.ts';
import { PROVINCES } from '../../src/protocol/province.ts';
import { entryWith } from '../collector/entries.ts';
import { runPostgres } from '../collector/postgres-cluster.ts';

// `npm run bench:stores -- [results]`: inserts a second into each store, every result flushed to disk. What writers of PostgreSQL could do
// instead of taking turns by province and month is in the table, too. The ratio to the first line is what machines have in common.

const RESULTS = Number(process.argv[2] ?? 1000);
const WRITERS = [1, 10] as const;

/** Of lines all over the country, a few tests each. */
const entries = () =>
  Array.from({ length: RESULTS }, (_, i) =>
    entryWith({ province: PROVINCES[(i * 7) % PROVINCES.length]![0] }, { sourceKey: `line ${i % (RESULTS / 3)}` }),
  );

/** Seconds that so many writers take, and how often a writer had to begin again. */
const fill = async (store: ResultStore, writers: number) => {
  const waiting = entries();
  let again = 0;
  const insert = async (entry: ReturnType<typeof entryWith>): Promise<void> => {
    try {
      await store.insert(entry);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if (code !== '40001' && code !== '40P01') throw error; // serialization_failure, deadlock_detected
      again++;
      return insert(entry);
    }
  };
  const from = performance.now();
  await Promise.all(
    Array.from({ length: writers }, async () => {
      for (let entry = waiting.pop(); entry; entry = waiting.pop()) await insert(entry);
    }),
  );
  return { seconds: (performance.now() - from) / 1000, again };
};

const folder = mkdtempSync(join(tmpdir(), 'i-speed-test-stores-'));
const postgres = await runPostgres({ durable: true });
if (!postgres) console.error('PostgreSQL is not installed: SQLite alone.');

const variant = (begin: (...places: string[]) => string) => async (): Promise<ResultStore> => {
  const url = await postgres!.newDatabase();
  const migrated = await openPostgresStore(url);
  await migrated.insert(entryWith()); // makes the month's partition
  await migrated.close();
  return createSqlStore(openPostgres(url), { begin });
};
const STORES: Readonly<Record<string, () => Promise<ResultStore>>> = {
  SQLite: () => openSqliteStore(join(folder, `${performance.now()}.sqlite`)),
  ...(postgres && {
    'PostgreSQL, a province and month at a time': variant(beginOnPostgres),
    'PostgreSQL, one writer at a time': variant(() => beginOnPostgres()),
    'PostgreSQL, serializable and again': variant(() => 'begin isolation level serializable'),
  }),
};

let first: number | null = null;
for (const [name, open] of Object.entries(STORES))
  for (const writers of WRITERS) {
    const store = await open();
    const { seconds, again } = await fill(store, writers);
    await store.close();
    const rate = RESULTS / seconds;
    first ??= rate;
    console.log(
      `${name.padEnd(45)} ${String(writers).padStart(2)} at once  ${rate.toFixed(0).padStart(5)}/s  ratio ${(rate / first).toFixed(2)}  began again ${again}`,
    );
  }
rmSync(folder, { recursive: true });
await postgres?.stop();
