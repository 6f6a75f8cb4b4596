import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SettingError } from '../src/node/environment.ts';
import { loadOrCreateKey } from '../src/node/keys.ts';
import { type Layout, readLayout } from './layout.ts';
import { servePortal, writePages } from './pages.ts';

const project = join(import.meta.dirname, '..');

/** Starts one server as a process of its own; resolves when it answers, rejects when it ends before that. */
const startServer = (main: string, env: Readonly<Record<string, string>>): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    const child = fork(join(project, 'src', main), { execArgv: ['--import', 'tsx'], env: { ...process.env, ...env } });
    child.once('message', () => resolve(child));
    child.once('exit', (status) => reject(new SettingError(`${main} did not start (status ${status}).`)));
  });

const stop = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });

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

const startAll = async (layout: Layout): Promise<() => Promise<void>> => {
  const { host, dataDir, collector, points } = layout;
  mkdirSync(dataDir, { recursive: true });
  await writePointsFile(layout);
  writeSitesFile(layout);
  const pages = await writePages(layout);
  const common = { HOST: host, DATA_DIR: dataDir };
  const started = await Promise.allSettled([
    startServer('collector/main.ts', {
      ...common,
      PORT: String(collector.port),
      POINTS_FILE: join(dataDir, 'points.json'),
      SITES_FILE: join(dataDir, 'sites.json'),
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
let ending = false;
const end = () => {
  if (ending) return;
  ending = true;
  void (stopAll?.() ?? Promise.resolve()).finally(() => process.exit(0)); // children end with their parent
};
process.on('SIGINT', end).on('SIGTERM', end).on('disconnect', end);

try {
  const layout = readLayout(process.env);
  stopAll = await startAll(layout);
  for (const { name, url } of layout.points) console.log(`point:  ${url}/ (${name})`);
  console.log(`portal: ${layout.portal.origin}/ (a page of another origin that embeds the element)`);
  console.log(`ready: ${layout.collector.origin}/`);
} catch (error) {
  console.error(error instanceof SettingError ? error.message : error);
  process.exit(1);
}
