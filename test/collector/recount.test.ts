import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Kysely, SqliteDialect } from 'kysely';
import Database from 'libsql';
import { recount } from '../../src/collector/recount.ts';
import type { Tables } from '../../src/collector/result-row.ts';
import { openSqliteStore } from '../../src/collector/sqlite-store.ts';
import { anyEntry } from './any-entry.ts';
import { entryWith } from './entries.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
const newFile = () => join(folder, `${randomUUID()}.sqlite`);

/** The order of packed counts says nothing. */
const unpacked = (value: unknown) =>
  typeof value === 'string' && value.startsWith(',') ? value.split(',').sort().join(',') : value;

/** All of the table; a vote that was taken back may leave a row of 0. */
const cellsIn = (database: Database.Database) =>
  (database.prepare('select * from cells where votes <> 0').all() as object[])
    .map((row) => JSON.stringify(Object.entries(row).map(([column, value]) => [column, unpacked(value)])))
    .sort();

describe('counting all votes anew', () => {
  it('gives the very rows that were kept while results came and points were revoked', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEntry, { maxLength: 40 }), fc.nat({ max: 40 }), async (entries, cut) => {
        const file = newFile();
        const store = await openSqliteStore(file);
        for (const entry of entries.slice(0, cut)) await store.insert(entry);
        await store.revoke('da-nang', '2026-01-01T00:00:00.000Z');
        for (const entry of entries.slice(cut)) await store.insert(entry);
        await store.close();
        const database = new Database(file);
        const kysely = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
        const kept = cellsIn(database);
        await recount(kysely);
        assert.deepEqual(kept, cellsIn(database));
        await kysely.destroy();
      }),
      { numRuns: 30 },
    );
  });

  it('leaves the figures of a month whose rows were put away', async () => {
    const file = newFile();
    const store = await openSqliteStore(file);
    for (const startedAt of ['2026-07-05T00:00:00.000Z', '2026-08-05T00:00:00.000Z'])
      await store.insert(entryWith({ startedAt }));
    await store.close();
    const database = new Database(file);
    const kysely = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
    const kept = cellsIn(database);
    database.exec("delete from results where month = '2026-07'");
    await recount(kysely);
    assert.deepEqual(cellsIn(database), kept);
    await kysely.destroy();
  });
});
