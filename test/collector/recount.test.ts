import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import Database from 'libsql';
import { RECOUNT } from '../../src/collector/recount.ts';
import { openSqliteStore } from '../../src/collector/sqlite-store.ts';
import { binOf, FIRST_BIN, LAST_BIN, lowerEdge, ZERO_BIN } from '../../src/statistics/histogram.ts';
import { anyValue } from '../statistics/any-values.ts';
import { anyEntry } from './store-conformance.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
const newFile = () => join(folder, `${randomUUID()}.sqlite`);

/** All of the two tables; a vote that was taken back may leave a row of 0. */
const cellsIn = (database: Database.Database) =>
  ['cells', 'cell_bins'].map((table) =>
    (database.prepare(`select * from ${table} where votes <> 0`).all() as object[])
      .map((row) => JSON.stringify(row))
      .sort(),
  );

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
        const kept = cellsIn(database);
        for (const statement of RECOUNT) database.exec(statement);
        assert.deepEqual(kept, cellsIn(database));
        database.close();
      }),
      { numRuns: 30 },
    );
  });
});

describe('the table of bins', () => {
  it('puts every value into the bin that the statistics room puts it into', async () => {
    const file = newFile();
    await (await openSqliteStore(file)).close();
    const database = new Database(file);
    const find = database.prepare('select bin from bins where low <= ? order by low desc limit 1');
    const inTable = (value: number) => (find.get(value) as { readonly bin: number }).bin;
    for (let bin = FIRST_BIN; bin <= LAST_BIN; bin++) {
      assert.equal(inTable(lowerEdge(bin)), bin);
      assert.equal(inTable(lowerEdge(bin) * (1 - 2 ** -52)), bin - 1);
    }
    assert.equal(inTable(0), ZERO_BIN);
    fc.assert(
      fc.property(anyValue, (value) => assert.equal(inTable(value), binOf(value))),
      { numRuns: 1000 },
    );
    database.close();
  });
});
