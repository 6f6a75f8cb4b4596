import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SettingError } from '../src/node/environment.ts';
import { loadOrCreateKey } from '../src/node/keys.ts';
import { VIETNAMESE_OPERATORS } from '../src/node/operators-vn.ts';
import { type Layout, readLayout } from './layout.ts';
import { type Pages, servePortal, writePages } from './pages.ts';
import { startServer, stop } from './server-process.ts';
import { type SimulatedCollector, startSimulatedCollector } from './simulated-collector.ts';

const project = join(import.meta.dirname, '..');

/** Enrols the demo's points: their keys are made here, so that the collector's list names them from the first start. */
const writePointsFile = async ({ dataDir, points }: Layout): Promise<void> => {
  const entries = await Promise.all(
    points.map(async (point) => {
      const { publicJwk } = await loadOrCreateKey(join(dataDir, `point-${point.id}.pem`));
      return { ...point, key: publicJwk };
    }),
  );
  writeFileSync(join(dataDir, 'points.json'), JSON.stringify(entries, null, 2));
};

/** The two pages of the demo that embed the element. */
const writeSitesFile = ({ dataDir, collector, portal }: Layout): void => {
  const sites = [
    { id: 'national', name: 'i-Speed (demo)', province: null, origins: [collector.origin] },
    { id: 'danang-portal', name: 'Cổng thông tin Đà Nẵng (demo)', province: '48', origins: [portal.origin] },
  ];
  writeFileSync(join(dataDir, 'sites.json'), JSON.stringify(sites, null, 2));
};

/** The Vietnamese operators, and the one in whose network the second point stands: with a number for examples (RFC 5398). */
const writeOperatorsFile = ({ dataDir }: Layout): void => {
  const operators = [...VIETNAMESE_OPERATORS, { id: 'isp-demo', name: 'ISP demo', asns: [{ asn: 64496 }] }];
  writeFileSync(join(dataDir, 'operators.json'), JSON.stringify(operators, null, 2));
};

const startAll = async (layout: Layout, pages: Pages): Promise<() => Promise<void>> => {
  const { host, dataDir, collector, points } = layout;
  mkdirSync(dataDir, { recursive: true });
  await writePointsFile(layout);
  writeSitesFile(layout);
  writeOperatorsFile(layout);
  const common = { HOST: host, DATA_DIR: dataDir };
  const started = await Promise.allSettled([
    startServer('collector/main.ts', {
      ...common,
      PORT: String(collector.port),
      POINTS_FILE: join(dataDir, 'points.json'),
      SITES_FILE: join(dataDir, 'sites.json'),
      OPERATORS_FILE: join(dataDir, 'operators.json'),
      PAGES_DIR: pages.front,
      DIST_DIR: join(project, 'dist'),
    }),
    ...points.map(({ id, scope, port }) =>
      startServer('point/main.ts', {
        ...common,
        PORT: String(port),
        POINT_ID: id,
        POINT_SCOPE: scope,
        COLLECTOR_URL: collector.origin,
      }),
    ),
  ]);
  const children = started.flatMap((server) => (server.status === 'fulfilled' ? [server.value] : []));
  const failed = started.find((server) => server.status === 'rejected');
  if (failed) {
    await Promise.all(children.map(stop));
    throw failed.reason as Error;
  }
  const closePortal = await servePortal(layout, pages.portal);
  return async () => {
    await closePortal();
    await Promise.all(children.map(stop));
  };
};

let stopAll: (() => Promise<void>) | null = null;
let simulated: SimulatedCollector | null = null;
let ending = false;
const end = () => {
  if (ending) return;
  ending = true;
  void Promise.all([stopAll?.(), simulated?.close()]).finally(() => process.exit(0)); // children end with their parent
};
process.on('SIGINT', end).on('SIGTERM', end).on('disconnect', end);

try {
  const layout = readLayout(process.env);
  const pages = await writePages(layout);
  stopAll = await startAll(layout, pages);
  for (const { name, url } of layout.points) console.log(`point:  ${url}/ (${name})`);
  console.log(`portal: ${layout.portal.origin}/ (a page of another origin that embeds the element)`);
  console.log(`ready: ${layout.collector.origin}/`);
  // Afterwards, because nobody should wait for it.
  if (layout.simulated.results > 0) {
    simulated = startSimulatedCollector(layout, { pages: pages.simulated, now: Date.now() });
    simulated.ready.then(
      () => console.log(`simulated: ${layout.simulated.origin}/ (results that nobody measured, and their statistics)`),
      (error: unknown) => ending || console.error(`The simulated collector did not start: ${String(error)}`),
    );
  }
} catch (error) {
  console.error(error instanceof SettingError ? error.message : error);
  process.exit(1);
}
