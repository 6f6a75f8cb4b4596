import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { loadOrCreateKey } from '../node/keys.ts';
import { listen, originOf } from '../node/listen.ts';
import type { Service } from '../node/run-main.ts';
import type { Millis } from '../protocol/units.ts';
import { createApp } from './app.ts';
import { readPointsFile } from './points-file.ts';
import type { Settings } from './settings.ts';
import { openSqliteStore } from './sqlite-store.ts';
import { serveFolders } from './static-files.ts';

/** Bodies are 16 kB at most: whoever takes longer to send one holds a connection for nothing. */
const REQUEST_TIMEOUT_MS: Millis = 30_000;

/** Opens the store and listens. Rejects with a SettingError where a setting, the registry or the address is wrong. */
export const startCollector = async (settings: Settings): Promise<Service> => {
  const points = await readPointsFile(settings.pointsFile);
  mkdirSync(settings.dataDir, { recursive: true });
  const signingKey = await loadOrCreateKey(join(settings.dataDir, 'collector-key.pem'));
  const store = await openSqliteStore(join(settings.dataDir, 'results.sqlite'));
  const app = createApp({ store, signingKey, points, now: Date.now });
  serveFolders(app, settings);
  const listener = getRequestListener(app.fetch);
  try {
    const { port, close } = await listen(
      () =>
        createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, (request, response) => void listener(request, response)),
      settings,
    );
    return {
      origin: originOf(settings.host, port),
      close: async () => {
        await close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
};
