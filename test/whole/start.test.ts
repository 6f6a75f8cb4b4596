import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, afterEach, describe, it } from 'node:test';
import type { Result } from '../../src/protocol/result.ts';
import type { Statistics } from '../../src/protocol/statistics.ts';
import type { Accepted, StoredResult } from '../../src/protocol/submission.ts';
import { launchBrowser } from '../drive/browser.ts';
import { inCard } from './person.ts';

const project = join(import.meta.dirname, '../..');
const dataDir = mkdtempSync(join(tmpdir(), 'i-speed-test-start-'));
after(() => rmSync(dataDir, { recursive: true, force: true }));

/** Five neighbouring ports in a range that is seldom used; another try with others where one is taken. */
const PORTS = [18_480, 23_480, 28_480, 33_480];

const children = new Set<ChildProcess>();
afterEach(async () => {
  await Promise.all([...children].map(stop)); // whatever a failed test left behind
});

const spawnNode = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const child = spawn(process.execPath, args, {
    cwd: project,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, output: () => output };
};

/** `npm start`, until it says that it is ready. */
const start = async (host = 'localhost'): Promise<{ child: ChildProcess; origin: string; output: () => string }> => {
  for (const port of PORTS) {
    const { child, output } = spawnNode(['demo/start.mjs'], {
      HOST: host,
      PORT: String(port),
      DATA_DIR: dataDir,
      SIMULATED_RESULTS: '600',
    });
    const origin = await new Promise<string | null>((resolve) => {
      child.stdout.on('data', () => {
        const ready = /^ready: (\S+)\/$/m.exec(output())?.[1];
        if (ready) resolve(ready);
      });
      child.once('exit', () => resolve(null));
    });
    if (origin) return { child, origin, output };
    assert.match(output(), /is taken/, output());
  }
  throw new Error('No free ports.');
};

/** What stands in the output's first match, as soon as there is one. */
const until = async (pattern: RegExp, output: () => string): Promise<string> => {
  for (;;) {
    const found = pattern.exec(output())?.[1];
    if (found !== undefined) return found;
    await sleep(50);
  }
};

const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  await ended;
};

describe('npm start', () => {
  it('serves the element, a portal of another origin and the API, measures, and keeps results over a restart', async () => {
    const first = await start();
    const { origin } = first;
    assert.equal((await fetch(`${origin}/healthz`)).status, 200);
    assert.match((await fetch(`${origin}/dist/i-speed-test.min.js`)).headers.get('content-type')!, /javascript/);
    const portal = /^portal: (\S+)\//m.exec(first.output())![1]!;
    assert.notEqual(new URL(portal).origin, origin);

    const browser = await launchBrowser();
    const page = await browser.open(`${portal}/`);
    await page.until(inCard(`card?.querySelector('[part~="start"]')`));
    assert.deepEqual(page.console, [], 'the portal’s policy lets the element work');
    await browser.close();

    const simulated = await until(/^simulated: (\S+)\//m, first.output);
    const figures = (await (await fetch(`${simulated}/v1/statistics`)).json()) as Statistics;
    assert.ok(figures.cells.length > 30, `${figures.cells.length} cells`);
    assert.equal(figures.simulated, true);
    assert.match(await (await fetch(`${simulated}/`)).text(), /mô phỏng/);
    assert.match(await (await fetch(`${simulated}/statistics/`)).text(), /<i-speed-statistics /);
    const refused = await fetch(`${simulated}/v1/tests`, { method: 'POST' });
    assert.equal(refused.status, 409, 'nobody’s test gets lost among simulated ones');
    const real = (await (await fetch(`${origin}/v1/statistics`)).json()) as Statistics;
    assert.deepEqual(real.cells, [], 'nothing simulated is among what people measure');

    const run = spawnNode(['--import', 'tsx', 'test/drive/measure.ts', '--collector', origin, '--province', '92']);
    await once(run.child, 'exit');
    const result = JSON.parse(run.output()) as Result & { accepted: Accepted };
    assert.equal(result.outcome, 'complete', run.output());
    assert.equal(result.accepted.state, 'verified');
    assert.equal(result.ipv6.ability, 'works');
    await stop(first.child);
    await assert.rejects(fetch(`${origin}/healthz`), 'nothing runs on');

    const second = await start();
    const stored = (await (await fetch(`${second.origin}/v1/results/${result.testId}`)).json()) as StoredResult;
    assert.equal(stored.province, '92');
    assert.deepEqual(stored.download, result.download);
    await stop(second.child);
  });

  it('says which setting is wrong', async () => {
    const { child, output } = spawnNode(['demo/start.mjs'], { PORT: 'eighty', DATA_DIR: dataDir });
    const [status] = (await once(child, 'exit')) as [number];
    assert.equal(status, 1);
    assert.match(output(), /PORT=eighty is not a whole number/);
  });
});
