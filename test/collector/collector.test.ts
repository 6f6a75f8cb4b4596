import assert from 'node:assert/strict';
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { startCollector } from '../../src/collector/collector.ts';
import type { Settings } from '../../src/collector/settings.ts';
import { loadOrCreateKey } from '../../src/node/keys.ts';
import { MAX_SUBMISSION_BYTES } from '../../src/protocol/submission.ts';
import { GrantSchema } from '../../src/protocol/ticket.ts';
import { registered } from './bench.ts';
import { honestRun } from './honest-run.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
const [dataDir, pagesDir, distDir] = ['data', 'pages', 'dist'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
for (const each of [dataDir, pagesDir, join(pagesDir, 'portal'), distDir]) mkdirSync(each);
const pointKey = await loadOrCreateKey(join(folder, 'hanoi.pem'));
const pointsFile = join(dataDir, 'points.json');
writeFileSync(pointsFile, JSON.stringify([registered('hanoi', pointKey)]));
writeFileSync(join(pagesDir, 'index.html'), '<!doctype html><title>demo</title>');
writeFileSync(join(pagesDir, 'portal', 'index.html'), '<!doctype html><title>portal</title>');
writeFileSync(join(distDir, 'i-speed-test.min.js'), 'export {};');
writeFileSync(join(distDir, 'custom-elements.json'), '{}');
writeFileSync(join(folder, 'secret.txt'), 'secret');

const settings: Settings = {
  host: 'localhost',
  port: 0,
  dataDir,
  pointsFile,
  simulated: false,
  pagesDir,
  distDir,
  openDataDir: join(dataDir, 'open-data'),
  sitesFile: null,
  databaseUrl: null,
  operatorsFile: null,
  communesFile: null,
  networksFile: null,
  proxyHops: 0,
};
const grantFrom = async (origin: string) =>
  v.parse(GrantSchema, await (await fetch(`${origin}/v1/tests`, { method: 'POST' })).json());
const postResult = (origin: string, body: unknown) =>
  fetch(`${origin}/v1/results`, { method: 'POST', body: JSON.stringify(body) });

describe('a collector over sockets', async () => {
  const { origin, close } = await startCollector(settings);
  after(close);

  it('takes a test from its ticket to its stored result', async () => {
    const grant = await grantFrom(origin);
    const answer = await postResult(origin, await honestRun(grant, pointKey));
    assert.deepEqual(await answer.json(), { testId: grant.testId, state: 'verified', flags: [] });
    const stored = await fetch(`${origin}/v1/results/${grant.testId}`);
    assert.equal(((await stored.json()) as { state: string }).state, 'verified');
  });

  it('refuses a body that is too large, also when its length is not told', async () => {
    const large = new Uint8Array(MAX_SUBMISSION_BYTES + 1);
    const told = await fetch(`${origin}/v1/results`, { method: 'POST', body: large });
    assert.equal(told.status, 413);
    const untold = await fetch(`${origin}/v1/results`, {
      method: 'POST',
      body: new Blob([large]).stream(),
      duplex: 'half',
    } as RequestInit);
    assert.equal(untold.status, 413);
  });

  it('takes a body whose length is not told', async () => {
    const body = new Blob([JSON.stringify(await honestRun(await grantFrom(origin), pointKey))]).stream();
    const answer = await fetch(`${origin}/v1/results`, { method: 'POST', body, duplex: 'half' } as RequestInit);
    assert.equal(answer.status, 201);
  });

  it('serves the built element to pages of any origin', async () => {
    const { status, headers } = await fetch(`${origin}/dist/i-speed-test.min.js`);
    assert.equal(status, 200);
    assert.match(headers.get('content-type')!, /^text\/javascript/);
    assert.equal(headers.get('access-control-allow-origin'), '*');
    assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin');
    const json = await fetch(`${origin}/dist/custom-elements.json`);
    assert.match(json.headers.get('content-type')!, /^application\/json/);
  });

  it('serves pages, and answers problems where there is none', async () => {
    for (const [path, title] of [
      ['/', 'demo'],
      ['/portal/', 'portal'],
    ] as const) {
      const page = await fetch(origin + path);
      assert.match(page.headers.get('content-type')!, /^text\/html/);
      assert.match(await page.text(), new RegExp(`<title>${title}</title>`));
    }
    for (const path of ['/nothing.html', '/dist/nothing.js', '/dist/']) {
      const answer = await fetch(origin + path);
      assert.equal(answer.status, 404);
      assert.equal(answer.headers.get('content-type'), 'application/problem+json');
      assert.equal(answer.headers.get('cache-control'), 'no-store');
    }
  });

  it('serves nothing from outside its folders', async () => {
    const { hostname, port } = new URL(origin);
    for (const path of [
      '/dist/../secret.txt',
      '/dist/%2e%2e/secret.txt',
      '/dist/..%2fsecret.txt',
      '/dist/%2e%2e%2fsecret.txt',
      '/dist/..%5csecret.txt',
      '/dist/..%2fcollector-key.pem',
      '/../secret.txt',
      '/%2e%2e/data/collector-key.pem',
      '//../secret.txt',
    ]) {
      // Written to the socket as it is: fetch would tidy the path first.
      const sent = request({ hostname, port, path }).end();
      const [response] = (await once(sent, 'response')) as [import('node:http').IncomingMessage];
      assert.notEqual(response.statusCode, 200, path);
      assert.doesNotMatch(await text(response), /secret|PRIVATE/);
    }
  });
});

describe('a collector that is started again', () => {
  it('honours the tickets and keeps the results of the time before', async () => {
    const first = await startCollector(settings);
    const [early, grant] = [await grantFrom(first.origin), await grantFrom(first.origin)];
    await postResult(first.origin, await honestRun(early, pointKey));
    await first.close();
    const second = await startCollector(settings);
    assert.equal((await fetch(`${second.origin}/v1/results/${early.testId}`)).status, 200);
    assert.equal((await postResult(second.origin, await honestRun(grant, pointKey))).status, 201);
    await second.close();
  });
});

describe('the collector as a process', () => {
  const main = fileURLToPath(new URL('../../src/collector/main.ts', import.meta.url));
  const env = { ...process.env, PORT: '0', DATA_DIR: dataDir };

  it('tells its parent where it answers, and ends when the parent is gone', async () => {
    const child = fork(main, { execArgv: ['--import', 'tsx'], env, silent: true });
    const [{ ready }] = (await once(child, 'message')) as [{ readonly ready: string }];
    assert.equal((await fetch(`${ready}/healthz`)).status, 200);
    child.disconnect();
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });

  it('ends with the sentence about a wrong setting, without a stack', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', main], { env: { ...env, PORT: 'http' } });
    const [output, [status]] = await Promise.all([text(child.stderr), once(child, 'exit') as Promise<[number]>]);
    assert.equal(status, 1);
    assert.equal(output, 'collector: PORT=http is not a whole number from 0 to 65535.\n');
  });
});
