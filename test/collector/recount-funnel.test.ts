import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import Database from 'libsql';
import { FATE_COLUMNS, RECOUNT_FATES } from '../../src/collector/recount-funnel.ts';
import { openSqliteStore } from '../../src/collector/sqlite-store.ts';
import { UNVERIFYING } from '../../src/protocol/report.ts';
import { anyEntry } from './any-entry.ts';
import { entryWith } from './entries.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();

const anyFlagged = fc
  .tuple(anyEntry, fc.subarray([...UNVERIFYING, 'unattributed' as const, 'tab-hidden' as const], { maxLength: 3 }))
  .map(([entry, flags]) => ({
    ...entry,
    result: { ...entry.result, flags: entry.result.state === 'verified' ? [] : flags },
  }));

/** All of the table; a result that has another fate now may leave a row of 0. */
const fatesIn = (database: Database.Database) =>
  (database.prepare('select * from test_counts where tests <> 0').all() as object[])
    .map((row) => JSON.stringify({ ...row, last_at: null }))
    .sort();

describe('counting all fates anew', () => {
  it('gives the very rows that were kept, from columns that are filled from the results themselves', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyFlagged, { maxLength: 30 }), fc.nat({ max: 30 }), async (entries, cut) => {
        const file = join(folder, `${randomUUID()}.sqlite`);
        const store = await openSqliteStore(file);
        for (const entry of entries.slice(0, cut)) await store.insert(entry);
        await store.revoke('da-nang', '2026-01-01T00:00:00.000Z');
        for (const entry of entries.slice(cut)) await store.insert(entry);
        await store.close();
        const database = new Database(file);
        const kept = fatesIn(database);
        // As rows of an older version are.
        database.exec('update results set version = null, attributed = 0, loss = null');
        for (const statement of [FATE_COLUMNS.at(-1)!, ...RECOUNT_FATES]) database.exec(statement);
        assert.deepEqual(fatesIn(database), kept);
        database.close();
      }),
      { numRuns: 30 },
    );
  });

  it('leaves the fates of a month whose rows were put away', async () => {
    const file = join(folder, `${randomUUID()}.sqlite`);
    const store = await openSqliteStore(file);
    for (const startedAt of ['2026-07-05T00:00:00.000Z', '2026-08-05T00:00:00.000Z'])
      await store.insert(entryWith({ startedAt }));
    await store.close();
    const database = new Database(file);
    const kept = fatesIn(database);
    assert.equal(kept.length, 2);
    database.exec("delete from results where month = '2026-07'");
    for (const statement of RECOUNT_FATES) database.exec(statement);
    assert.deepEqual(fatesIn(database), kept);
    database.close();
  });
});
