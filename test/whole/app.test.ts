import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { writeApp } from '../../demo/write-app.ts';
import type { Result } from '../../src/protocol/result.ts';
import { chosenEngines, type Engine, nameOf } from '../drive/find-browser.ts';
import { launchEngine, testDomainOf } from '../drive/launch-engine.ts';
import type { Browser, Page } from '../drive/page.ts';
import { serveWritten } from '../drive/serve-folder.ts';
import { cardText, inCard, press } from './person.ts';
import { RUN_MS } from './run-in-page.ts';
import { type Stack, startStack } from './stack.ts';

/** The servers are gone; whether the browser calls that offline is its own business. */
const NOBODY_THERE = /Không liên lạc được với hệ thống đo|Thiết bị đang ngoại tuyến/;

interface Icon {
  readonly src: string;
  readonly type: string;
  readonly sizes: string;
  readonly purpose: string;
}

/** Width and height as a PNG's own header says them. */
const sizeOf = (png: DataView): string => `${png.getUint32(16)}x${png.getUint32(20)}`;

/** The app as `npm start` serves it, from an origin that browsers trust without TLS. */
const serveApp = async (collector: string) => {
  const { origin, close } = await serveWritten((folder) => writeApp(join(folder, 'app'), { collector }));
  return { address: `${origin}/app/`, close };
};

describe('the app’s manifest', () => {
  let app: Awaited<ReturnType<typeof serveApp>>;
  before(async () => {
    app = await serveApp('http://127.0.0.1:9');
  });
  after(() => app.close());

  it('has what a browser asks of an app before it offers to install it', async () => {
    const page = await (await fetch(app.address)).text();
    const address = new URL(/rel="manifest" href="([^"]+)"/.exec(page)![1]!, app.address);
    const answer = await fetch(address);
    assert.match(answer.headers.get('content-type')!, /^application\/manifest\+json/);
    const manifest = (await answer.json()) as Record<string, unknown> & { readonly icons: readonly Icon[] };
    assert.equal(manifest['lang'], 'vi');
    assert.equal(manifest['display'], 'standalone');
    for (const name of ['id', 'name', 'short_name', 'theme_color', 'background_color'])
      assert.ok(manifest[name], `${name} is there`);
    assert.ok((manifest['short_name'] as string).length <= 12, 'fits below an icon');
    for (const name of ['start_url', 'scope'])
      assert.equal(new URL(manifest[name] as string, address).href, app.address, name);
    for (const [sizes, purpose] of [
      ['192x192', 'any'],
      ['512x512', 'any'],
      ['512x512', 'maskable'],
    ])
      assert.ok(
        manifest.icons.some((icon) => icon.sizes === sizes && icon.purpose === purpose),
        `${sizes} ${purpose}`,
      );
  });

  it('names icons that are there, of the size it says', async () => {
    const manifest = (await (await fetch(`${app.address}app.webmanifest`)).json()) as { readonly icons: Icon[] };
    const touchIcon = { src: 'icon-180.png', type: 'image/png', sizes: '180x180' };
    for (const { src, type, sizes } of [...manifest.icons, touchIcon]) {
      const answer = await fetch(new URL(src, app.address));
      assert.equal(answer.status, 200, src);
      assert.equal(answer.headers.get('content-type')!.split(';')[0], type, src);
      if (type === 'image/png') assert.equal(sizeOf(new DataView(await answer.arrayBuffer())), sizes, src);
    }
  });
});

const appTest = (engine: Engine): void => {
  let stack: Stack;
  let browser: Browser;
  let app: Awaited<ReturnType<typeof serveApp>>;
  before(async () => {
    stack = await startStack({ domain: testDomainOf(engine) });
    app = await serveApp(stack.collector);
    browser = await launchEngine(engine);
  });
  after(async () => {
    await browser.close();
    await app.close().catch(() => undefined); // closed already where all went well
    await stack.close();
  });

  const untilControlled = async (page: Page) => {
    await page.until(`navigator.serviceWorker.ready.then(({ active }) => active?.state === 'activated')`);
    await page.reload();
    await page.until(`navigator.serviceWorker.controller !== null && document.readyState === 'complete'`);
  };

  it('measures past its service worker, and is there without any server, with its history', async () => {
    const page = await browser.open(app.address);
    await untilControlled(page);
    await page.until(inCard(`card?.querySelector('[part~="start"]') !== null && element.workerSrc !== null`));
    await page.evaluate(
      inCard(`void element.start({ consent: true }).then((result) => { window.result = result; }) ?? true`),
    );
    const result = await page.until<Result>('window.result', RUN_MS);
    assert.equal(result.outcome, 'complete', JSON.stringify(result));
    assert.ok(!result.flags.includes('service-worker'), result.flags.join());
    await page.until(inCard(`card.querySelector('[part~="delivery"]')?.dataset.kind === 'accepted'`));

    const kept = await page.evaluate<readonly string[]>(`(async () => {
      const names = await caches.keys();
      const caches_ = await Promise.all(names.map((name) => caches.open(name)));
      return (await Promise.all(caches_.map((cache) => cache.keys()))).flat().map(({ url }) => new URL(url).pathname);
    })()`);
    assert.ok(kept.includes('/app/') && kept.some((path) => path.startsWith('/dist/later/history-')), kept.join());
    for (const path of kept) assert.match(path, /^\/(app|dist)\//, 'the shell and nothing else');

    await app.close();
    await stack.collectorDown();
    await press(page, 'again');
    await press(page, 'agree');
    await page.until(inCard(`card.querySelector('[part~="retry"]') !== null`));
    assert.match(await cardText(page), NOBODY_THERE);
    await page.reload();
    await page.until(`document.readyState === 'complete' && window.result === undefined`);
    await press(page, 'history');
    await page.until(inCard(`card.querySelector('[part~="panel"] table') !== null`));
    assert.match(await cardText(page), /Lịch sử đo trên thiết bị này/);
    await press(page, 'back');
    await press(page, 'start');
    await page.until(inCard(`card.querySelector('[part~="failure"]') !== null`));
    assert.match(await cardText(page), NOBODY_THERE);
    await stack.collectorUp();
  });
};

for (const engine of chosenEngines()) describe(`the app in ${nameOf(engine)}`, () => appTest(engine));
