import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import Database from 'libsql';
import { MIGRATIONS } from '../../src/collector/migrations.ts';
import { openSqlite, openSqliteStore } from '../../src/collector/sqlite-store.ts';
import { entryWith } from './entries.ts';
import { itIsShared } from './shared-store.ts';
import { describeResultStore } from './store-conformance.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
const newFile = () => join(folder, `${randomUUID()}.sqlite`);

describeResultStore('the SQLite store', () => openSqliteStore(newFile()));

describe('a SQLite file', () => {
  itIsShared(() => Promise.resolve({ dataDir: mkdtempSync(join(folder, 'shared-')), databaseUrl: null }));

  it('keeps its results when it is opened again', async () => {
    const file = newFile();
    const entry = entryWith();
    const first = await openSqliteStore(file);
    await first.insert(entry);
    await first.close();
    const second = await openSqliteStore(file);
    assert.deepEqual(await second.find(entry.result.testId), entry);
    await second.close();
  });

  it('is flushed to disk with every result', () => {
    const sqlite = openSqlite(newFile());
    assert.deepEqual(sqlite.pragma('journal_mode'), [{ journal_mode: 'wal' }]);
    assert.deepEqual(sqlite.pragma('synchronous'), [{ synchronous: 2 }], '2 = FULL');
    sqlite.close();
  });

  it('is not touched by a version that is older than what wrote it', async () => {
    const file = newFile();
    await (await openSqliteStore(file)).close();
    const database = new Database(file);
    database.exec(`insert into migrations (step) values (${MIGRATIONS.length + 1})`);
    database.close();
    await assert.rejects(openSqliteStore(file), { name: 'SettingError', message: /newer version/ });
  });

  it('lets one store see what another one on it inserted', async () => {
    const file = newFile();
    const one = await openSqliteStore(file);
    const other = await openSqliteStore(file);
    const entry = entryWith();
    await one.insert(entry);
    assert.equal((await other.insert(entryWith({ testId: entry.result.testId }))).inserted, false);
    assert.deepEqual(await other.find(entry.result.testId), entry);
    await Promise.all([one.close(), other.close()]);
  });
});
