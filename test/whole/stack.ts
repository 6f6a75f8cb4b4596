import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet } from 'jose';
import { cleanup } from 'node-datachannel';
import { startCollector } from '../../src/collector/collector.ts';
import { loadOrCreateKey } from '../../src/node/keys.ts';
import type { Service } from '../../src/node/run-main.ts';
import { slowLine } from './slow-line.ts';
import { type TlsFiles, tlsFront } from './tls-front.ts';
import { startPoint } from '../../src/point/point.ts';
import { COLLECTOR_PATHS } from '../../src/protocol/endpoints.ts';
import type { Statistics } from '../../src/protocol/statistics.ts';
import type { StoredResult } from '../../src/protocol/submission.ts';

/**
 * A collector and two points, each reached by a name of its own (`collector.test`, `near.test`, `far.test`) that the browser looks for
 * on loopback: origins of their own.
 */
export interface Stack {
  /** For the browser. */
  readonly collector: string;
  /** `near` and `far` can be ended one by one. */
  readonly points: readonly [Service, Service];
  /** Their addresses for the browser, in the same order. */
  readonly pointUrls: readonly [string, string];
  readonly collectorUp: () => Promise<void>;
  readonly collectorDown: () => Promise<void>;
  /** The same, for whoever is no browser. */
  readonly collectorOrigin: () => string;
  readonly stored: (testId: string) => Promise<StoredResult | null>;
  readonly statistics: () => Promise<Statistics>;
  readonly close: () => Promise<void>;
}

/** Slow enough for every phase to take its time, and for the machine to have time to spare. */
export const LINE_RATE = 60e6;

const portOf = ({ origin }: Service): string => new URL(origin).port;

export const startStack = async ({
  domain,
  sites = [],
  pagesDir = null,
  tls = null,
}: {
  readonly domain: string;
  /** Entries of the sites file. */
  readonly sites?: readonly object[];
  /** Pages that the collector serves at `/`. */
  readonly pagesDir?: string | null;
  /** Everything is https then: the points by themselves, the collector behind a proxy, as in operation. */
  readonly tls?: TlsFiles | null;
}): Promise<Stack> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'i-speed-test-stack-'));
  const pointsFile = join(dataDir, 'points.json');
  const sitesFile = join(dataDir, 'sites.json');
  writeFileSync(sitesFile, JSON.stringify(sites));
  const settings = {
    host: '127.0.0.1',
    port: 0,
    dataDir,
    pointsFile,
    simulated: false,
    pagesDir,
    distDir: join(import.meta.dirname, '../../dist'),
    openDataDir: join(dataDir, 'open-data'),
    sitesFile,
    databaseUrl: null,
    operatorsFile: null,
    communesFile: null,
    networksFile: null,
    proxyHops: 0,
  };
  writeFileSync(pointsFile, '[]');
  // The points need the collector's address and the collector the points' ports: it starts twice, on the same port.
  let collector = await startCollector(settings);
  const collectorPort = Number(portOf(collector));
  const front = tls && (await tlsFront(collectorPort, tls));
  const scheme = tls ? 'https' : 'http';
  const keys = new URL(COLLECTOR_PATHS.keys, collector.origin);
  const start = async (id: string) => {
    const key = await loadOrCreateKey(join(dataDir, `${id}.pem`));
    const pointSettings = {
      id,
      scope: 'exchange',
      host: '127.0.0.1',
      port: 0,
      dataDir,
      collectorUrl: collector.origin,
      udpPort: 0,
      databaseUrl: null,
      networksFile: null,
      maxTests: 10,
      tls,
    } as const;
    const server = await startPoint({ settings: pointSettings, key, collectorKeys: createRemoteJWKSet(keys) });
    const line = await slowLine({ host: '127.0.0.1', port: Number(portOf(server)) }, { bitsPerSecond: LINE_RATE });
    const service: Service = {
      origin: server.origin,
      close: async () => {
        await line.close();
        await server.close();
      },
    };
    const url = `${scheme}://${id}.${domain}:${line.port}`;
    const { kty, crv, x } = key.publicJwk;
    const entry = {
      id,
      name: `Điểm đo ${id}`,
      scope: 'exchange',
      operator: 'test',
      url,
      url4: url,
      url6: null,
      key: { kty, crv, x },
    };
    return { service, entry };
  };
  const [near, far] = [await start('near'), await start('far')];
  writeFileSync(pointsFile, JSON.stringify([near.entry, far.entry]));
  const collectorDown = () => collector.close();
  const collectorUp = async () => {
    collector = await startCollector({ ...settings, port: collectorPort });
  };
  await collectorDown();
  await collectorUp();
  const get = async <T>(path: string): Promise<T | null> => {
    const response = await fetch(collector.origin + path);
    return response.ok ? ((await response.json()) as T) : null;
  };
  return {
    collector: `${scheme}://collector.${domain}:${front?.port ?? collectorPort}`,
    points: [near.service, far.service],
    pointUrls: [near.entry.url, far.entry.url],
    collectorUp,
    collectorDown,
    collectorOrigin: () => collector.origin,
    stored: (testId) => get<StoredResult>(`${COLLECTOR_PATHS.results}/${testId}`),
    statistics: async () => (await get<Statistics>(COLLECTOR_PATHS.statistics))!,
    close: async () => {
      await Promise.all([front?.close(), collector.close(), near.service.close(), far.service.close()]);
      cleanup(); // the threads of the data channels would keep this process alive
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
