import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createApp } from '../../src/collector/app.ts';
import { createSiteRegistry } from '../../src/collector/site-registry.ts';
import { reportPagePath } from '../../src/protocol/endpoints.ts';
import { createBench } from '../collector/bench.ts';
import { deploy, MONTH, PROVINCE, SITES } from '../collector/deployment.ts';
import type { DevToolsPage } from '../drive/browser.ts';
import { launchEngine } from '../drive/launch-engine.ts';
import type { Browser } from '../drive/page.ts';

const axe = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');

const bench = await createBench();

const ADDRESSES = [
  reportPagePath(PROVINCE),
  reportPagePath('01'), // nothing there
  reportPagePath(''),
  reportPagePath('99'), // no province
];

describe('the deployment report in a browser', () => {
  let server: Server;
  let browser: Browser;
  let origin: string;
  before(async () => {
    await deploy(bench.store);
    const app = createApp({ ...bench.parts, sites: createSiteRegistry(SITES) });
    const listener = getRequestListener(app.fetch);
    server = createServer((request, response) => void listener(request, response)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await launchEngine('chromium');
  });
  after(async () => {
    await browser.close();
    server.close();
  });

  const open = async (path: string, width: number): Promise<DevToolsPage> =>
    (await browser.open(origin + path, { width, height: 900 })) as DevToolsPage;

  for (const address of ADDRESSES)
    for (const language of ['vi', 'en'])
      it(`is accessible and fits a phone: ${address} ${language}`, async () => {
        for (const [width, theme] of [
          [1280, 'light'],
          [390, 'dark'],
          [320, 'light'],
        ] as const) {
          const page = await open(`${address}?month=${MONTH}&lang=${language}`, width);
          await page.send('Emulation.setEmulatedMedia', {
            features: [{ name: 'prefers-color-scheme', value: theme }],
          });
          await page.evaluate(`${axe}; true`);
          const violations = await page.evaluate<unknown[]>(
            `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]))`,
          );
          assert.deepEqual(violations, [], `${width} ${theme}`);
          assert.ok(
            await page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth'),
            `fits ${width}`,
          );
          assert.deepEqual(
            page.console.filter((line) => !/status of 404/.test(line)),
            [],
          );
          await page.close();
        }
      });

  it('prints on A4, with nothing to press, and heads of tables on every page', async () => {
    const page = await open(`${reportPagePath(PROVINCE)}?month=${MONTH}`, 1280);
    await page.send('Emulation.setEmulatedMedia', { media: 'print' });
    assert.deepEqual(
      await page.evaluate(
        `[...document.querySelectorAll('.months, .top a')].map((each) => getComputedStyle(each).display)`,
      ),
      ['none', 'none'],
    );
    const heads = await page.evaluate<string[]>(
      `[...document.querySelectorAll('thead')].map((each) => getComputedStyle(each).display)`,
    );
    assert.deepEqual([...new Set(heads)], ['table-header-group']);
    const { data } = await page.send('Page.printToPDF', { preferCSSPageSize: true });
    const pdf = Buffer.from(data as string, 'base64').toString('latin1');
    const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!;
    assert.deepEqual([Math.round(Number(width)), Math.round(Number(height))], [595, 842]);
    await page.close();
  });
});
