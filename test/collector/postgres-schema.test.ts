import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import Database from 'libsql';
import pg from 'pg';
import { MIGRATIONS } from '../../src/collector/migrations.ts';
import { openPostgresStore } from '../../src/collector/postgres-store.ts';
import { openSqliteStore } from '../../src/collector/sqlite-store.ts';
import { entryWith } from './entries.ts';
import { type PostgresCluster, queryOnce, startPostgres } from './postgres-cluster.ts';
import { temporaryFolder } from './temporary-folder.ts';

const DOCS = readFileSync(join(import.meta.dirname, '../../docs/operations/postgresql.md'), 'utf8');

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly needed: boolean;
  /** Its place in the primary key, from 1; 0 outside of it. */
  readonly key: number;
}

const byName = (columns: readonly Column[]) =>
  columns.toSorted((a, b) => `${a.table} ${a.column}`.localeCompare(`${b.table} ${b.column}`));

const columnsOfPostgres = async (url: string): Promise<Column[]> =>
  byName(
    await queryOnce<Column>(
      url,
      `select relname as table, attname as column, upper(format_type(atttypid, null)) as type, attnotnull as needed,
        coalesce(array_position(indkey::int2[], attnum) + 1, 0) as key
      from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
        left join pg_index on indrelid = pg_class.oid and indisprimary
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`,
    ),
  );

const columnsOfSqlite = async (): Promise<Column[]> => {
  const file = join(temporaryFolder(), 'results.sqlite');
  await (await openSqliteStore(file)).close();
  const database = new Database(file);
  const rows = database
    .prepare(
      `select m.name as "table", c.name as "column", upper(c.type) as type, c."notnull" as needed, c.pk as "key"
      from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and m.name not like 'sqlite_%'`,
    )
    .all() as (Omit<Column, 'needed'> & { readonly needed: number })[];
  database.close();
  // What is in a primary key is needed, which SQLite does not say.
  return byName(rows.map((row) => ({ ...row, needed: row.needed === 1 || row.key > 0 })));
};

const describeSchema = (postgres: PostgresCluster) =>
  describe('the schema on PostgreSQL', () => {
    it('has the tables and columns that SQLite has; the key of results says the month, too', async () => {
      const url = await postgres.newDatabase();
      await (await openPostgresStore(url)).close();
      const month = { table: 'results', column: 'month' };
      const expected = (await columnsOfSqlite()).map((column) =>
        column.table === month.table && column.column === month.column ? { ...column, key: 2 } : column,
      );
      assert.deepEqual(await columnsOfPostgres(url), expected);
    });

    it('begins every key of figures with province and month: by them rows can be kept on different machines', async () => {
      const url = await postgres.newDatabase();
      await (await openPostgresStore(url)).close();
      const columns = await columnsOfPostgres(url);
      const figures = new Set(
        columns.filter(({ column, table }) => column === 'province' && table !== 'results').map(({ table }) => table),
      );
      assert.deepEqual([...figures], ['cells', 'test_counts', 'visit_counts']);
      for (const each of figures)
        assert.deepEqual(
          [1, 2].map((place) => columns.find(({ table, key }) => table === each && key === place)?.column),
          ['province', 'month'],
        );
    });

    it('is made once, by however many collectors start at once', async () => {
      const url = await postgres.newDatabase();
      const stores = await Promise.all(Array.from({ length: 8 }, () => openPostgresStore(url)));
      await Promise.all(stores.map((store) => store.close()));
      const steps = await queryOnce<{ step: number }>(url, 'select step from migrations order by step');
      assert.deepEqual(
        steps.map(({ step }) => step),
        MIGRATIONS.map((_, i) => i + 1),
      );
    });

    it('is not touched by a version that is older than what wrote it', async () => {
      const url = await postgres.newDatabase();
      await (await openPostgresStore(url)).close();
      await queryOnce(url, `insert into migrations values (${MIGRATIONS.length + 1})`);
      await assert.rejects(openPostgresStore(url), { name: 'SettingError', message: /newer version/ });
    });

    const kept = (url: string) =>
      queryOnce<{ month: string; place: string }>(
        url,
        'select month, tableoid::regclass::text as place from results order by month',
      );
    const inMonth = (startedAt: string) => entryWith({ startedAt });

    it('keeps each month of results in a partition of its own, made a month ahead', async () => {
      const url = await postgres.newDatabase();
      const store = await openPostgresStore(url);
      await store.insert(inMonth('2026-11-30T17:00:00.000Z'));
      await store.insert(inMonth('2026-10-05T00:00:00.000Z'));
      assert.deepEqual(await kept(url), [
        { month: '2026-10', place: 'results_2026_10' },
        { month: '2026-12', place: 'results_2026_12' },
      ]);
      const partitions = await queryOnce<{ name: string }>(
        url,
        `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'results'::regclass order by name`,
      );
      assert.deepEqual(
        partitions.map(({ name }) => name),
        ['results_2026_10', 'results_2026_11', 'results_2026_12', 'results_2027_01', 'results_other_months'],
      );
      await store.close();
    });

    it('is filled by a simulation as by its visitors: each month in its partition, one source one vote', async () => {
      const url = await postgres.newDatabase();
      const store = await openPostgresStore(url);
      const entries = ['2026-10-05T00:00:00.000Z', '2026-11-05T00:00:00.000Z'].flatMap((startedAt) =>
        ['one', 'one', 'other'].map((sourceKey) => entryWith({ startedAt }, { sourceKey })),
      );
      await store.fillSimulated({ told: 'by a test', entries });
      assert.equal(await store.isSimulated(), true);
      assert.deepEqual(
        (await store.tallies({ month: null, province: null })).map(({ period, votes }) => [period, votes]),
        [
          ['2026-10', 2],
          ['2026-11', 2],
        ],
      );
      assert.deepEqual(
        new Set((await kept(url)).map(({ month, place }) => `${month} ${place}`)),
        new Set(['2026-10 results_2026_10', '2026-11 results_2026_11']),
      );
      await store.close();
    });

    it('refuses no result where a partition cannot be made, because a dump runs; it is made by hand later', async () => {
      const url = await postgres.newDatabase();
      const store = await openPostgresStore(url);
      const dump = new pg.Client({ connectionString: url });
      await dump.connect();
      await dump.query('begin; lock table results in access share mode');
      const entry = inMonth('2026-11-05T00:00:00.000Z');
      assert.equal((await store.insert(entry)).inserted, true);
      assert.deepEqual(await kept(url), [{ month: '2026-11', place: 'results_other_months' }]);
      assert.deepEqual(await store.find(entry.result.testId), entry);
      await dump.end();

      const [byHand] = /^begin;.*?^commit;/ms.exec(DOCS)!;
      await queryOnce(url, byHand.replaceAll('2026-12', '2026-11').replaceAll('2026_12', '2026_11'));
      assert.deepEqual(await kept(url), [{ month: '2026-11', place: 'results_2026_11' }]);
      assert.deepEqual(await store.find(entry.result.testId), entry);
      await store.close();
    });
  });

const postgres = await startPostgres();
if (postgres) void describeSchema(postgres);
