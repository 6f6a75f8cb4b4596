import { createServer } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createApp } from '../../src/collector/app.ts';
import { createLiveness } from '../../src/collector/liveness.ts';
import { createCommuneRegistry } from '../../src/collector/commune-registry.ts';
import { readOperatorsFile } from '../../src/collector/operators-file.ts';
import { readPointsFile } from '../../src/collector/points-file.ts';
import { createLimiter, REQUEST_LIMITS } from '../../src/collector/request-limits.ts';
import { createSiteRegistry } from '../../src/collector/site-registry.ts';
import { createSourceKeys } from '../../src/collector/source-keys.ts';
import { openSqliteStore } from '../../src/collector/sqlite-store.ts';
import { loadTicketKeys } from '../../src/collector/ticket-keys.ts';
import { listen, originOf } from '../../src/node/listen.ts';
import { openNetworks } from '../../src/node/networks.ts';

/** A collector over the store of DATA_DIR that dies as soon as a result is committed, before it can answer. */
const folder = process.env['DATA_DIR']!;
const store = await openSqliteStore(join(folder, 'results.sqlite'));
const app = createApp({
  store: {
    ...store,
    insert: async (entry) => {
      const kept = await store.insert(entry);
      process.kill(process.pid, 'SIGKILL');
      return kept;
    },
  },
  ticketKeys: await loadTicketKeys(folder),
  points: { current: await readPointsFile(join(folder, 'points.json')) },
  liveness: createLiveness(Date.now()),
  sites: createSiteRegistry([]),
  operators: await readOperatorsFile(null),
  communes: createCommuneRegistry([]),
  limiter: createLimiter(REQUEST_LIMITS, 0),
  sources: createSourceKeys(folder),
  networks: await openNetworks(null),
  proxyHops: 0,
  distDir: null,
  simulated: false,
  now: Date.now,
});
const listener = getRequestListener(app.fetch);
const { port } = await listen(() => createServer((request, response) => void listener(request, response)), {
  host: '127.0.0.1',
  port: 0,
});
process.send?.({ ready: originOf('127.0.0.1', port) });
