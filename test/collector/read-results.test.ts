import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Kysely, SqliteDialect } from 'kysely';
import { readResults } from '../../src/collector/read-results.ts';
import type { Tables } from '../../src/collector/result-row.ts';
import { openSqlite, openSqliteStore } from '../../src/collector/sqlite-store.ts';
import { entryWith } from './entries.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('readResults', () => {
  it('turns pages without losing or repeating a result, also where the last page is full', async () => {
    const file = join(temporaryFolder(), 'results.sqlite');
    const store = await openSqliteStore(file);
    const entries = Array.from({ length: 20 }, () => entryWith());
    for (const entry of [...entries, entryWith({ startedAt: '2026-10-02T00:00:00.000Z' })]) await store.insert(entry);
    await store.close();
    const database = new Kysely<Tables>({ dialect: new SqliteDialect({ database: openSqlite(file) }) });
    const expected = entries.map(({ result }) => result.testId).sort();
    for (const pageRows of [1, 7, 10, 20, 21]) {
      const read: string[] = [];
      for await (const { result } of readResults(database, '2026-11', pageRows)) read.push(result.testId);
      assert.deepEqual(read, expected, `${pageRows}`);
    }
    await database.destroy();
  });
});
