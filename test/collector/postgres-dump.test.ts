import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { migrate, MIGRATIONS } from '../../src/collector/migrations.ts';
import { beginOnPostgres, openPostgres, openPostgresStore } from '../../src/collector/postgres-store.ts';
import type { ResultStore } from '../../src/collector/result-store.ts';
import { entryWith } from './entries.ts';
import { type PostgresCluster, queryOnce, startPostgres } from './postgres-cluster.ts';

/**
 * What `pg_dump --no-owner --no-privileges` wrote of a store of step 6, without comments and psql's own commands: two votes of October, one of
 * November, and a second result of a line that had voted. It is never made anew; a later step gets a dump of its own beside it.
 */
const OLD_DUMP = readFileSync(join(import.meta.dirname, 'dumps/postgres-step-6.sql'), 'utf8');
const OF_THE_DUMP = '01939fa0-0000-7000-8000-000000000001';

const DOCS = readFileSync(join(import.meta.dirname, '../../docs/operations/postgresql.md'), 'utf8');
/** The one line of the documentation that begins with the command. */
const documented = (command: string): string => new RegExp(`^${command} .*$`, 'm').exec(DOCS)![0];

const schemaOf = (url: string) =>
  queryOnce<object>(
    url,
    `select tablename as of, indexdef as what from pg_indexes where schemaname = 'public' and tablename !~ '^results_'
    union all select table_name, concat_ws(' ', column_name, data_type, is_nullable, column_default)
      from information_schema.columns where table_schema = 'public' and table_name !~ '^results_'
    order by 1, 2`,
  );

const votesOf = async (store: ResultStore) =>
  (await store.tallies({ month: null, province: null })).map(({ period, province, votes }) => [
    period,
    province,
    votes,
  ]);

const describeDumps = (postgres: PostgresCluster) =>
  describe('a dump of PostgreSQL', () => {
    const restored = async () => {
      const url = await postgres.newDatabase();
      postgres.run('psql --quiet --set=ON_ERROR_STOP=1 "$DATABASE_URL"', url, OLD_DUMP);
      return url;
    };

    it('of an old step is brought to the schema of a new database, and keeps its results and figures', async () => {
      const [old, fresh] = [await restored(), await postgres.newDatabase()];
      await (await openPostgresStore(fresh)).close();
      const store = await openPostgresStore(old);
      assert.deepEqual(await schemaOf(old), await schemaOf(fresh));
      assert.equal((await store.find(OF_THE_DUMP))?.result.province, '48');
      assert.deepEqual(await votesOf(store), [
        ['2026-10', '48', 2],
        ['2026-11', '01', 1],
      ]);
      await store.insert(entryWith({ startedAt: '2026-10-09T00:00:00.000Z', province: '48' }, { sourceKey: 'new' }));
      assert.deepEqual((await votesOf(store))[0], ['2026-10', '48', 3]);
      await store.close();
    });

    it('of an old step takes the steps that come after it, once', async () => {
      const url = await restored();
      const steps = [...MIGRATIONS, ['alter table results add column height integer']];
      const databases = [openPostgres(url), openPostgres(url)];
      await Promise.all(databases.map((database) => migrate(database, { begin: beginOnPostgres(), steps })));
      await Promise.all(databases.map((database) => database.destroy()));
      assert.equal((await queryOnce(url, 'select height from results')).length, 4);
      await assert.rejects(openPostgresStore(url), { name: 'SettingError', message: /newer version/ });
    });

    it('made and restored as the documentation says is the same store', async () => {
      const [from, to] = [await restored(), await postgres.newDatabase()];
      await (await openPostgresStore(from)).close();
      postgres.run(documented('pg_dump'), from);
      postgres.run(documented('pg_restore'), to);
      assert.deepEqual(await schemaOf(to), await schemaOf(from));
      const [one, other] = [await openPostgresStore(from), await openPostgresStore(to)];
      assert.deepEqual(
        await other.tallies({ month: null, province: null }),
        await one.tallies({ month: null, province: null }),
      );
      assert.deepEqual(await other.find(OF_THE_DUMP), await one.find(OF_THE_DUMP));
      await Promise.all([one.close(), other.close()]);
    });

    it('leaves a month that was detached as the documentation says out of the database, and its figures in it', async () => {
      const url = await restored();
      postgres.run(documented('psql').replaceAll('2026_07', '2026_10'), url);
      const store = await openPostgresStore(url);
      assert.equal(await store.find(OF_THE_DUMP), null);
      assert.deepEqual((await votesOf(store))[0], ['2026-10', '48', 2]);
      await store.close();
    });
  });

const postgres = await startPostgres();
if (postgres) void describeDumps(postgres);
