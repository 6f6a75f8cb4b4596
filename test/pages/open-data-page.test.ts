import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { COLLECTOR_PATHS } from '../../src/protocol/endpoints.ts';
import { createBench } from '../collector/bench.ts';
import { monthEntries } from '../collector/open-data/month-entries.ts';
import { published } from '../collector/open-data/published.ts';
import type { DevToolsPage } from '../drive/browser.ts';
import { launchEngine } from '../drive/launch-engine.ts';
import type { Browser } from '../drive/page.ts';
import type { PageServer } from '../drive/page-server.ts';
import { serveApp } from '../drive/serve-folder.ts';
import { checkPage } from './check-page.ts';

const MONTHS = ['2026-08', '2026-09'];

const [empty, bench] = [await createBench(), await createBench({ simulated: true })];

describe('the page of open data in a browser', () => {
  let servers: PageServer[];
  let browser: Browser;
  before(async () => {
    for (const month of MONTHS) {
      for (const entry of monthEntries(month, 100)) await bench.store.insert(entry);
      await published(bench.store, month, bench.parts.openDataDir);
    }
    servers = await Promise.all([empty, bench].map(({ app }) => serveApp(app)));
    browser = await launchEngine('chromium');
  });
  after(async () => {
    await browser.close();
    await Promise.all(servers.map((server) => server.close()));
  });

  const address = (which: number, language: string) =>
    `${servers[which]!.origin}${COLLECTOR_PATHS.openDataPage}?lang=${language}`;

  for (const language of ['vi', 'en']) {
    it(`is accessible and fits a phone, with two months, ${language}`, () => checkPage(browser, address(1, language)));
    it(`and with none, ${language}`, () => checkPage(browser, address(0, language)));
  }

  it('names its months as people do, newest first, and its links are files', async () => {
    const page = (await browser.open(address(1, 'vi'))) as DevToolsPage;
    assert.deepEqual(
      await page.evaluate(`[...document.querySelectorAll('section h2')].map((each) => each.textContent)`),
      ['Tháng 9/2026', 'Tháng 8/2026'],
    );
    const links = await page.evaluate<string[]>(`[...document.querySelectorAll('dt a')].map((each) => each.href)`);
    assert.equal(links.length, 22);
    for (const link of links) assert.equal((await fetch(link, { method: 'HEAD' })).status, 200, link);
    await page.close();
  });

  it('prints no month’s name alone', async () => {
    const page = (await browser.open(address(1, 'vi'))) as DevToolsPage;
    await page.send('Emulation.setEmulatedMedia', { media: 'print' });
    const breaks = await page.evaluate<string[]>(
      `[...document.querySelectorAll('h2')].map((each) => getComputedStyle(each).breakAfter)`,
    );
    assert.deepEqual([...new Set(breaks)], ['avoid']);
    await page.close();
  });
});
