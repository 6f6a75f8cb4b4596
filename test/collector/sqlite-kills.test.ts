import { describe, it } from 'node:test';
import Database from 'libsql';
import type { ResultRow } from '../../src/collector/result-row.ts';
import { resultsFile } from '../../src/collector/open-store.ts';
import { loseNothing } from './killed-collectors.ts';

describe('collectors over a SQLite file', () => {
  it('lose no acknowledged result and count none twice, killed 20 times under load', () =>
    loseNothing({
      databaseUrl: null,
      rows: (dataDir) => {
        const database = new Database(resultsFile(dataDir));
        const rows = database.prepare('select * from results').all() as ResultRow[];
        database.close();
        return Promise.resolve(rows);
      },
    }));
});
