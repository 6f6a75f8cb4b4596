import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Kysely, sql, SqliteDialect } from 'kysely';
import Database from 'libsql';
import { migrate } from '../../src/collector/migrations.ts';
import { temporaryFolder } from './temporary-folder.ts';

const begin = 'begin immediate';
const folder = temporaryFolder();
const openDatabase = () =>
  new Kysely<unknown>({ dialect: new SqliteDialect({ database: new Database(join(folder, randomUUID())) }) });
const schemaOf = async (database: Kysely<unknown>) =>
  (
    await sql<{ sql: string | null }>`select sql from sqlite_master where name <> 'migrations' order by name`.execute(
      database,
    )
  ).rows;

const FIRST = ['create table plants (name text primary key)'];
const SECOND = ['alter table plants add column height integer', "update plants set height = 0 where name = 'rice'"];

describe('migrate', () => {
  it('brings a new database and an old one to the same schema, and keeps what the old one holds', async () => {
    const [fresh, old] = [openDatabase(), openDatabase()];
    await migrate(fresh, { begin, steps: [FIRST, SECOND] });
    await migrate(old, { begin, steps: [FIRST] });
    await sql`insert into plants (name) values ('rice')`.execute(old);
    await migrate(old, { begin, steps: [FIRST, SECOND] });
    assert.deepEqual(await schemaOf(old), await schemaOf(fresh));
    assert.deepEqual((await sql`select * from plants`.execute(old)).rows, [{ name: 'rice', height: 0 }]);
    await Promise.all([fresh.destroy(), old.destroy()]);
  });

  it('does nothing the second time', async () => {
    const database = openDatabase();
    await migrate(database, { begin, steps: [FIRST] });
    await migrate(database, { begin, steps: [FIRST] });
    assert.equal((await schemaOf(database)).filter((row) => row.sql !== null).length, 1);
    await database.destroy();
  });

  it('leaves the database as it was when a step fails half-way', async () => {
    const database = openDatabase();
    await migrate(database, { begin, steps: [FIRST] });
    const before = await schemaOf(database);
    await assert.rejects(migrate(database, { begin, steps: [FIRST, [...SECOND, 'no such statement']] }));
    assert.deepEqual(await schemaOf(database), before);
    await migrate(database, { begin, steps: [FIRST, SECOND] });
    await database.destroy();
  });
});
