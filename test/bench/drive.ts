// node --import tsx test/bench/drive.ts ENGINE ORIGIN SERVER_PID: one run in a fresh browser, in the client's namespace.
// Prints one JSON line, a Driven.
import { readFileSync } from 'node:fs';
import { launchBrowser } from '../drive/browser.ts';
import { elementPage, servePage } from '../drive/page-server.ts';
import type { Rates } from './contender.ts';
import { namedContender } from './contenders.ts';
import { cpuSecondsOf, memoryGrowth, processTree, startMemory } from './process-tree.ts';

/** Longest run that counts. The slowest engine on the slowest link was done in half of it. */
const RUN_LIMIT_MS = 240_000;

/** A browser that has just started is still busy with itself; a person would not have found the button yet. */
const SETTLE_MS = 1000;

/** One run as seen from beside the browser. */
export interface Driven {
  readonly rates: Rates | null;
  readonly error: string | null;
  /** Wall clock of the page, ms since 1970. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly browserCpuS: number;
  readonly serverCpuS: number;
  /** Tasks of the main thread of 50 ms and more, and how long they were together. */
  readonly longTasks: number;
  readonly longTasksMs: number;
  /** Growth of all browser processes to their peak. */
  readonly memoryBytes: number;
  /** What the network interface carried, headers included; the only count where the link has no log. */
  readonly interfaceBytes: { readonly down: number; readonly up: number };
}

const WATCH = `(() => {
  window.benchLongTasks = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.benchLongTasks.push(entry.duration);
  }).observe({ type: 'longtask' });
})()`;

/** The receive and send counters of the lab's interface in this namespace. */
const interfaceBytes = (): { down: number; up: number } => {
  const line = readFileSync('/proc/net/dev', 'utf8')
    .split('\n')
    .find((each) => each.trim().startsWith('lab0:'));
  const counters = line?.split(':')[1]?.trim().split(/\s+/).map(Number) ?? [];
  return { down: counters[0] ?? 0, up: counters[8] ?? 0 };
};

/** Without the stack that the browser appends. */
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n')[0]!;

const limit = (): Promise<never> =>
  new Promise((_resolve, reject) =>
    setTimeout(() => reject(new Error(`not within ${RUN_LIMIT_MS / 1000} s`)), RUN_LIMIT_MS).unref(),
  );

const [name = '', origin = '', serverPid = ''] = process.argv.slice(2);
const contender = namedContender(name);
const page = contender.contents ? null : await servePage(elementPage({ collector: origin }));
const browser = await launchBrowser();
process.once('SIGTERM', () => void browser.close().then(() => process.exit(1)));

/** The browser: what this process started; itself it only waits. */
const browserTree = () => processTree(process.pid).filter(({ pid }) => pid !== process.pid);
const serverTree = () => processTree(Number(serverPid));

try {
  const tab = await browser.open(`${page?.origin ?? origin}/`);
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  await tab.evaluate(WATCH);
  const memory = startMemory(browserTree());
  const before = {
    browser: cpuSecondsOf(browserTree()),
    server: cpuSecondsOf(serverTree()),
    carried: interfaceBytes(),
    at: Date.now(),
  };
  const outcome = await Promise.race([
    tab.evaluate<Rates & { startedAt: number; endedAt: number }>(
      `(async () => { const startedAt = Date.now(); const rates = await ${contender.run}; return { ...rates, startedAt, endedAt: Date.now() }; })()`,
    ),
    limit(),
  ]).then(
    ({ down, up, startedAt, endedAt }) => ({ rates: { down, up }, startedAt, endedAt, error: null }),
    (error: unknown) => ({ rates: null, startedAt: before.at, endedAt: Date.now(), error: messageOf(error) }),
  );
  const carried = interfaceBytes();
  const browserProcesses = browserTree();
  const measured = {
    browserCpuS: cpuSecondsOf(browserProcesses) - before.browser,
    serverCpuS: cpuSecondsOf(serverTree()) - before.server,
    memoryBytes: memoryGrowth(browserProcesses, memory),
    interfaceBytes: { down: carried.down - before.carried.down, up: carried.up - before.carried.up },
  };
  const tasks = await tab.evaluate<number[]>('window.benchLongTasks ?? []').catch(() => []);
  const driven: Driven = {
    ...outcome,
    ...measured,
    longTasks: tasks.length,
    longTasksMs: tasks.reduce((sum, ms) => sum + ms, 0),
  };
  console.log(JSON.stringify(driven));
} finally {
  await browser.close();
  await page?.close();
}
