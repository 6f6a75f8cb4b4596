import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { serveStatic } from '@hono/node-server/serve-static';
import { build } from 'esbuild';
import { Hono } from 'hono';
import { COLLECTOR_PATHS } from '../../src/protocol/endpoints.ts';
import type { DevToolsPage } from '../drive/browser.ts';
import { launchEngine } from '../drive/launch-engine.ts';
import type { Browser } from '../drive/page.ts';
import type { PageServer } from '../drive/page-server.ts';
import { serveApp } from '../drive/serve-folder.ts';
import { MONTHS, sampleDistribution, sampleStatistics } from '../statistics-element/sample-country.ts';
import { checkPage } from './check-page.ts';
import { printed } from './printed.ts';

const project = join(import.meta.dirname, '../..');

/** Of the element as it is in the source. */
const script = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [join(project, 'src/statistics.ts')],
    bundle: true,
    format: 'iife',
    write: false,
  });
  return outputFiles[0]!.text;
};

/** The demo's page over the sample country. */
const national = (element: string): Hono => {
  const app = new Hono();
  app.get(COLLECTOR_PATHS.periods, (context) => context.json({ months: MONTHS }));
  app.get(COLLECTOR_PATHS.distribution, (context) => context.json(sampleDistribution(context.req.query())));
  app.get(COLLECTOR_PATHS.statistics, (context) => context.json(sampleStatistics(context.req.query())));
  app.get('/dist/i-speed-statistics.min.js', (context) =>
    context.body(element, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
  app.get('/statistics/', (context) => {
    const page = readFileSync(join(project, 'demo/statistics/index.html'), 'utf8');
    return context.html(page.replaceAll('{{SIMULATED}}', new URL(context.req.url).origin));
  });
  app.use('/*', serveStatic({ root: join(project, 'demo') }));
  return app;
};

/** Map, table and both curves. */
const SHADOW = `document.querySelector('i-speed-statistics').shadowRoot`;
const IS_WHOLE = `${SHADOW}.querySelectorAll('.chart').length === 2`;

describe('the national page in a browser', () => {
  let server: PageServer;
  let browser: Browser;
  before(async () => {
    server = await serveApp(national(await script()));
    browser = await launchEngine('chromium');
  });
  after(async () => {
    await browser.close();
    await server.close();
  });
  const open = async (query = ''): Promise<DevToolsPage> => {
    const page = (await browser.open(`${server.origin}/statistics/${query}`)) as DevToolsPage;
    await page.until(IS_WHOLE);
    return page;
  };

  for (const language of ['vi', 'en'])
    it(`is accessible and fits a phone, ${language}`, () =>
      checkPage(browser, `${server.origin}/statistics/?province=48&lang=${language}`, IS_WHOLE));

  it('links the report and the open data of what is shown, in its language', async () => {
    const page = await open('?lang=en&period=2026-08');
    const links = () =>
      page.evaluate(`['#report', '#open-data'].map((id) => document.querySelector(id).getAttribute('href'))`);
    assert.deepEqual(await links(), ['../reports/?month=2026-08&lang=en', '../open-data/?lang=en']);
    await page.evaluate(`${SHADOW}.querySelector('[data-code="48"]').dispatchEvent(new MouseEvent('click'))`);
    await page.evaluate(`document.querySelector('[data-language=vi]').click()`);
    await page.until(`document.querySelector('#report-of').textContent === ' (48)'`);
    assert.deepEqual(await links(), ['../reports/48?month=2026-08&lang=vi', '../open-data/?lang=vi']);
    assert.equal(await page.evaluate('location.search'), '?period=2026-08&province=48');
    await page.close();
  });

  it('prints on A4: the map and the curves, then the table; nothing to press, and nothing that lays pages over each other', async () => {
    const page = await open('?access=mobile');
    await page.send('Emulation.setEmulatedMedia', { media: 'print' });
    const displays = (selectors: readonly string[]) =>
      page.evaluate<Record<string, string>>(
        `Object.fromEntries(${JSON.stringify(selectors)}.map((each) => [each, getComputedStyle((${SHADOW}).querySelector(each) ?? document.querySelector(each)).display]))`,
      );
    assert.deepEqual(await displays(['.choices', '.buttons', '.arrow', 'nav', '.facts']), {
      '.choices': 'none',
      '.buttons': 'none',
      '.arrow': 'none',
      nav: 'none',
      '.facts': 'none',
    });
    assert.deepEqual(await displays(['.card', '.body', '.columns', '.detail', '.all']), {
      '.card': 'block',
      '.body': 'block',
      '.columns': 'block',
      '.detail': 'block',
      '.all': 'block',
    });
    assert.deepEqual(await displays(['thead', 'button.sort']), {
      thead: 'table-header-group',
      'button.sort': 'contents',
    });
    const { size, pages } = await printed(page);
    assert.deepEqual(size, [595, 842]);
    assert.ok(pages <= 3, `${pages} pages`);
    await page.close();
  });
});
