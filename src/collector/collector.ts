import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { HEADERS_TIMEOUT_MS, listen, originOf, SLOW_CLIENT_CHECK_MS } from '../node/listen.ts';
import { openNetworks } from '../node/networks.ts';
import type { Service } from '../node/run-main.ts';
import type { Millis } from '../protocol/units.ts';
import { createApp } from './app.ts';
import { readCommunesFile } from './commune-registry.ts';
import { createFunnelCounter, FLUSH_MS } from './funnel-counter.ts';
import { createLiveness } from './liveness.ts';
import { openStore } from './open-store.ts';
import { readPointsFile } from './points-file.ts';
import { readOperatorsFile } from './operators-file.ts';
import { createLimiter, REQUEST_LIMITS } from './request-limits.ts';
import type { Settings } from './settings.ts';
import { readSitesFile } from './site-registry.ts';
import { createSourceKeys } from './source-keys.ts';
import { serveFolders } from './static-files.ts';
import { loadTicketKeys } from './ticket-keys.ts';
import { type WatchedPoints, watchPoints } from './watch-points.ts';

/** Bodies are 16 kB at most: whoever takes longer to send one holds a connection for nothing. */
const REQUEST_TIMEOUT_MS: Millis = 30_000;

/** Opens the store and listens. Rejects with a SettingError where a setting, the registry or the address is wrong. */
export const startCollector = async (settings: Settings): Promise<Service> => {
  const { dataDir, proxyHops } = settings;
  await readPointsFile(settings.pointsFile); // complain before anything is made
  const sites = await readSitesFile(settings.sitesFile);
  const operators = await readOperatorsFile(settings.operatorsFile);
  const communes = await readCommunesFile(settings.communesFile);
  const networks = await openNetworks(settings.networksFile);
  mkdirSync(dataDir, { recursive: true });
  const ticketKeys = await loadTicketKeys(dataDir);
  const store = await openStore(settings);
  let points: WatchedPoints | null = null;
  try {
    if (settings.simulated) await store.markSimulated('what a collector took that was started with SIMULATED=1');
    points = await watchPoints(settings.pointsFile, { store, operators });
    const stopWatching = points.close;
    const counter = createFunnelCounter(store);
    const app = createApp({
      store,
      ticketKeys,
      points,
      liveness: createLiveness(Date.now()),
      sites,
      operators,
      communes,
      limiter: createLimiter(REQUEST_LIMITS, proxyHops),
      sources: createSourceKeys(dataDir),
      counter,
      networks,
      proxyHops,
      distDir: settings.distDir,
      simulated: settings.simulated,
      openDataDir: settings.openDataDir,
      now: Date.now,
    });
    serveFolders(app, settings);
    const listener = getRequestListener(app.fetch);
    const { port, close } = await listen(
      () =>
        createServer(
          {
            requestTimeout: REQUEST_TIMEOUT_MS,
            headersTimeout: HEADERS_TIMEOUT_MS,
            connectionsCheckingInterval: SLOW_CLIENT_CHECK_MS,
          },
          (request, response) => void listener(request, response),
        ),
      settings,
    );
    const flushing = setInterval(() => void counter.flush(), FLUSH_MS);
    return {
      origin: originOf(settings.host, port),
      close: async () => {
        stopWatching();
        clearInterval(flushing);
        await close();
        await counter.flush();
        await store.close();
      },
    };
  } catch (error) {
    points?.close();
    await store.close();
    throw error;
  }
};
