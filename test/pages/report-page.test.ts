import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createApp } from '../../src/collector/app.ts';
import { createSiteRegistry } from '../../src/collector/site-registry.ts';
import { reportPagePath } from '../../src/protocol/endpoints.ts';
import { createBench } from '../collector/bench.ts';
import { deploy, MONTH, PROVINCE, SITES } from '../collector/deployment.ts';
import type { DevToolsPage } from '../drive/browser.ts';
import { launchEngine } from '../drive/launch-engine.ts';
import type { Browser } from '../drive/page.ts';
import type { PageServer } from '../drive/page-server.ts';
import { serveApp } from '../drive/serve-folder.ts';
import { checkPage } from './check-page.ts';
import { printed } from './printed.ts';

const bench = await createBench();

const ADDRESSES = [
  reportPagePath(PROVINCE),
  reportPagePath('01'), // nothing there
  reportPagePath(''),
  reportPagePath('99'), // no province
];

describe('the deployment report in a browser', () => {
  let server: PageServer;
  let browser: Browser;
  before(async () => {
    await deploy(bench.store);
    server = await serveApp(createApp({ ...bench.parts, sites: createSiteRegistry(SITES) }));
    browser = await launchEngine('chromium');
  });
  after(async () => {
    await browser.close();
    await server.close();
  });

  for (const address of ADDRESSES)
    for (const language of ['vi', 'en'])
      it(`is accessible and fits a phone: ${address} ${language}`, () =>
        checkPage(browser, `${server.origin}${address}?month=${MONTH}&lang=${language}`));

  it('prints on A4, with nothing to press, heads of tables on every page, and no head without a row', async () => {
    const page = (await browser.open(`${server.origin}${reportPagePath(PROVINCE)}?month=${MONTH}`)) as DevToolsPage;
    await page.send('Emulation.setEmulatedMedia', { media: 'print' });
    assert.deepEqual(
      await page.evaluate(
        `[...document.querySelectorAll('.months, .top a, .foot p + p')].map((each) => getComputedStyle(each).display)`,
      ),
      ['none', 'none', 'none'],
    );
    const heads = await page.evaluate<string[]>(
      `[...document.querySelectorAll('thead')].map((each) => getComputedStyle(each).display)`,
    );
    assert.deepEqual([...new Set(heads)], ['table-header-group']);
    const rows = await page.evaluate<string[]>(
      `[...document.querySelectorAll('tbody tr:first-child')].map((each) => getComputedStyle(each).breakBefore)`,
    );
    assert.deepEqual([...new Set(rows)], ['avoid']);
    assert.deepEqual((await printed(page)).size, [595, 842]);
    await page.close();
  });
});
