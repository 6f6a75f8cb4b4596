import { join } from 'node:path';
import { openPostgresStore } from './postgres-store.ts';
import type { ResultStore } from './result-store.ts';
import type { Settings } from './settings.ts';
import { openSqliteStore } from './sqlite-store.ts';

/** The file of the embedded store, in DATA_DIR. */
export const resultsFile = (dataDir: string): string => join(dataDir, 'results.sqlite');

/** The store that the settings name: PostgreSQL's where there is a DATABASE_URL, else the file. */
export const openStore = ({ dataDir, databaseUrl }: Pick<Settings, 'dataDir' | 'databaseUrl'>): Promise<ResultStore> =>
  databaseUrl === null ? openSqliteStore(resultsFile(dataDir)) : openPostgresStore(databaseUrl);
