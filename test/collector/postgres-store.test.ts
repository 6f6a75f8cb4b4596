import { describe } from 'node:test';
import { openPostgresStore } from '../../src/collector/postgres-store.ts';
import { startPostgres } from './postgres-cluster.ts';
import { itIsShared } from './shared-store.ts';
import { describeResultStore } from './store-conformance.ts';

const postgres = await startPostgres();
if (postgres) {
  const migrated = await postgres.newDatabase();
  await (await openPostgresStore(migrated)).close();
  describeResultStore('the PostgreSQL store', async () => openPostgresStore(await postgres.newDatabase(migrated)));
  describe('a PostgreSQL database', () => {
    itIsShared(async () => ({ dataDir: '', databaseUrl: await postgres.newDatabase() }));
  });
}
