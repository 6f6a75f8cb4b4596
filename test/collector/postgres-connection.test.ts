import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openPostgresStore } from '../../src/collector/postgres-store.ts';
import { entryWith } from './entries.ts';
import { type PostgresCluster, queryOnce, startPostgres } from './postgres-cluster.ts';

const describeConnection = (postgres: PostgresCluster) =>
  describe('a connection to PostgreSQL', () => {
    it('that cannot be had ends in a sentence that says what to do, without the password', async () => {
      const right = await postgres.newDatabase();
      await queryOnce(right, `create role guest login password 'a-guest'`);
      const changed = (change: Partial<Pick<URL, 'port' | 'password' | 'username' | 'pathname'>>) =>
        Object.assign(new URL(right), change).href;
      for (const [url, sentence] of [
        [changed({ port: '1' }), /no PostgreSQL answers at 127\.0\.0\.1:1 .*Start it/],
        [changed({ password: 'not-the-password' }), /does not let "owner" in\. Check user and password/],
        [changed({ username: 'nobody' }), /does not let "nobody" in/],
        [changed({ pathname: '/nowhere' }), /has no database "nowhere"\. Make it: createdb --owner=owner nowhere/],
        [changed({ username: 'guest', password: 'a-guest' }), /"guest" may not make tables in/],
      ] as const)
        await assert.rejects(openPostgresStore(url), ({ name, message, stack }: Error) => {
          assert.equal(name, 'SettingError');
          assert.match(message, sentence);
          return !`${message}${stack}`.includes(new URL(url).password);
        });
    });

    it('writes to disk before it answers, whatever the database is set to', async () => {
      const url = await postgres.newDatabase();
      await (await openPostgresStore(url)).close();
      await queryOnce(
        url,
        `do $$ begin execute format('alter database %I set synchronous_commit = off', current_database()); end $$;
        create table seen (setting text);
        create function note() returns trigger language plpgsql as
          $$ begin insert into seen values (current_setting('synchronous_commit')); return null; end $$;
        create trigger noted after insert on results for each row execute function note()`,
      );
      const store = await openPostgresStore(url);
      await store.insert(entryWith());
      await store.close();
      assert.deepEqual(await queryOnce(url, 'select setting from seen'), [{ setting: 'on' }]);
    });

    it('that was lost is made anew, and the store goes on', async () => {
      const store = await openPostgresStore(await postgres.newDatabase());
      const entry = entryWith();
      await store.insert(entry);
      await postgres.crash();
      assert.deepEqual(await store.find(entry.result.testId), entry);
      await store.close();
    });
  });

const postgres = await startPostgres({ durable: true });
if (postgres) void describeConnection(postgres);
