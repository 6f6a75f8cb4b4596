import { describe, it } from 'node:test';
import type { ResultRow } from '../../src/collector/result-row.ts';
import { loseNothing } from './killed-collectors.ts';
import { queryOnce, startPostgres } from './postgres-cluster.ts';

/** After every seventh kill the server is gone, too, without having been asked; after others one of its connections. */
const CRASH_EVERY = 7;

const postgres = await startPostgres({ durable: true });
if (postgres)
  describe('collectors over PostgreSQL', () => {
    it('lose no acknowledged result and count none twice, killed 20 times under load, and the server with them', async () => {
      const databaseUrl = await postgres.newDatabase();
      await loseNothing({
        databaseUrl,
        rows: () => queryOnce<ResultRow>(databaseUrl, 'select * from results'),
        disturb: async (kill) => {
          if (kill % CRASH_EVERY === CRASH_EVERY - 1) await postgres.crash();
          else
            await queryOnce(
              databaseUrl,
              'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() limit 1',
            );
        },
      });
    });
  });
