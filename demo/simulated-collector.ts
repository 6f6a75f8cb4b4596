import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { monthBefore, vietnamDay } from '../src/collector/vietnam-calendar.ts';
import type { Layout } from './layout.ts';
import { startServer, stop } from './server-process.ts';
import { SUMMARY_FILE } from './simulate/settings.ts';

const project = join(import.meta.dirname, '..');
const DAY_MS = 86_400_000;

/** Filling must not bend what somebody measures meanwhile. */
const LOW_PRIORITY = 5;

/** Whatever database the real results are in, these are in a file. */
const OWN_STORE = { DATABASE_URL: '' };

/** A second collector whose results nobody measured, in a folder of its own: three past months and the running one up to yesterday. */
export interface SimulatedCollector {
  /** Resolves once it answers; rejects where it cannot, or was closed before. */
  readonly ready: Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts it beside everything else; the first start of a month fills it, which takes some seconds. */
export const startSimulatedCollector = (
  { host, simulated: { port, dataDir, results } }: Layout,
  { pages, now }: { readonly pages: string; readonly now: number },
): SimulatedCollector => {
  const yesterday = vietnamDay(new Date(now - DAY_MS).toISOString());
  const month = vietnamDay(new Date(now).toISOString()).slice(0, 7);
  const from = monthBefore(monthBefore(monthBefore(month)));
  const folder = join(dataDir, month);
  let child: ChildProcess | null = null;
  const closing = new AbortController();
  const start = async () => {
    if (!existsSync(join(folder, SUMMARY_FILE))) {
      clear(dataDir);
      mkdirSync(folder, { recursive: true });
      await untilEnded((child = simulate({ results, from, to: yesterday, data: folder })));
    }
    closing.signal.throwIfAborted();
    child = await startServer('collector/main.ts', {
      ...OWN_STORE,
      HOST: host,
      PORT: String(port),
      DATA_DIR: folder,
      POINTS_FILE: join(folder, 'points.json'),
      SITES_FILE: join(folder, 'sites.json'),
      PAGES_DIR: pages,
      DIST_DIR: join(project, 'dist'),
    });
    if (closing.signal.aborted) await stop(child);
  };
  return {
    ready: start(),
    close: async () => {
      closing.abort();
      if (child) await stop(child);
    },
  };
};

/** Former months' folders, and one whose filling was cut short. */
const clear = (dataDir: string): void => {
  mkdirSync(dataDir, { recursive: true });
  for (const name of readdirSync(dataDir))
    if (/^\d{4}-\d{2}$/.test(name)) rmSync(join(dataDir, name), { recursive: true, force: true });
};

const simulate = (options: Readonly<Record<string, string | number>>): ChildProcess => {
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn(process.execPath, ['--import', 'tsx', join(project, 'demo/simulate/main.ts'), ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...OWN_STORE },
  });
  if (child.pid !== undefined) setPriority(child.pid, LOW_PRIORITY);
  return child;
};

const untilEnded = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let complaint = '';
    child.stderr!.on('data', (chunk: Buffer) => (complaint = chunk.toString()));
    child.once('exit', (status) => (status === 0 ? resolve() : reject(new Error(complaint.trim()))));
  });
