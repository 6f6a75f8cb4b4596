import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import type { Result } from '../../src/protocol/result.ts';
import { elementPage } from '../drive/page-server.ts';
import { type GuestStage, HEAR_TROUBLES } from './guest-stage.ts';
import { inCard } from './person.ts';
import { RUN_MS, START } from './run-in-page.ts';
import { LINE_RATE } from './stack.ts';

/** As in the whole test: two at once would each read half of the line. */
const TOLERANCE = 0.05;

/** A portal's service worker of the careless kind: it keeps whatever is fetched, and answers from there. Notes whether it sees the engine. */
const KEEPS_ALL = `
  addEventListener('install', () => skipWaiting());
  addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  const answer = async (request) => {
    const cache = await caches.open('portal');
    if (request.url.includes('/v1/ping')) await cache.put('/saw-the-engine', new Response('yes'));
    const known = await cache.match(request);
    if (known) return known;
    const fresh = await fetch(request);
    cache.put(request, fresh.clone()).catch(() => undefined);
    return fresh;
  };
  addEventListener('fetch', (event) => {
    if (event.request.method === 'GET') event.respondWith(answer(event.request));
  });`;

const TURBO = readFileSync(
  join(import.meta.dirname, '../../node_modules/@hotwired/turbo/dist/turbo.es2017-umd.js'),
  'utf8',
);

/** How the element gets on with what else is in the page: another one, a service worker, Turbo. */
export const guestCompany = ({ engine, collector, open, runThrough }: GuestStage): void => {
  it('measures with two elements of a page one after the other, each the whole line', async () => {
    const page = await open(elementPage({ collector: collector() }), { host: 'portal' });
    await page.evaluate(`(() => {
      const first = document.querySelector('i-speed-test');
      const second = first.cloneNode();
      first.after(second);
      void Promise.all([first, second].map((element) => element.start({ consent: true }))).then((results) => { window.results = results; });
    })() ?? true`);
    const results = await page.until<readonly Result[]>('window.results', RUN_MS);
    for (const { outcome, download } of results) {
      assert.equal(outcome, 'complete');
      assert.ok(Math.abs(download!.bitsPerSecond / LINE_RATE - 1) < TOLERANCE, `${download!.bitsPerSecond} bit/s`);
    }
    await page.close();
  });

  it('passes a service worker that keeps everything: says so, and has nothing of it kept or answered twice', async () => {
    const page = await open(elementPage({ collector: collector() }), {
      host: 'loopback',
      files: { '/keeps-all.js': KEEPS_ALL },
    });
    const registered = `navigator.serviceWorker.register('/keeps-all.js').then(() => navigator.serviceWorker.ready).then(() => true)`;
    await page.evaluate(registered);
    await page.reload();
    await page.until(`navigator.serviceWorker.controller !== null && document.readyState === 'complete'`);
    for (let run = 0; run < 2; run++) {
      const result = await runThrough(page);
      assert.equal(result.outcome, 'complete', JSON.stringify(result.failure));
      const kept = await page.evaluate<readonly string[]>(
        `caches.open('portal').then((cache) => cache.keys()).then((requests) => requests.map(({ url }) => url))`,
      );
      assert.ok(
        kept.some((url) => url.endsWith('.js')),
        'it keeps the page’s own files',
      );
      const saw = kept.some((url) => url.endsWith('/saw-the-engine'));
      // Firefox's timing says nothing of a service worker between a page and another origin.
      if (engine !== 'firefox')
        assert.equal(result.flags.includes('service-worker'), saw, `flags: ${result.flags.join()}`);
      for (const url of kept) assert.match(new URL(url).host, /^127\.0\.0\.1:/, `${url} is kept`);
    }
    await page.close();
  });

  it('goes and comes back with the pages of Turbo, and measures through a page change where it is permanent', async () => {
    const withTurbo = (html: string, heading = '') =>
      html
        .replace('<main>', '<script src="/turbo.js" defer></script><main>')
        .replace('</main>', `<h1>${heading}</h1></main>`);
    const attributes = { collector: collector() };
    const permanent = elementPage({ ...attributes, id: 'speed', 'data-turbo-permanent': '' });
    const page = await open(withTurbo(elementPage(attributes)), {
      host: 'portal',
      files: {
        '/turbo.js': TURBO,
        '/other': withTurbo(elementPage(attributes).replace(/<i-speed-test.*<.i-speed-test>/, ''), 'Tin tức'),
        '/one': withTurbo(permanent, 'Một'),
        '/two': withTurbo(permanent, 'Hai'),
      },
    });
    await page.evaluate(HEAR_TROUBLES);
    await page.evaluate(START);
    await page.until(inCard(`element.snapshot !== null`), RUN_MS);
    await page.evaluate(`window.stays = true, Turbo.visit('/other'), true`);
    assert.equal((await page.until<Result>('window.result')).outcome, 'cancelled');
    await page.until(
      `document.querySelector('h1')?.textContent === 'Tin tức' && !document.querySelector('i-speed-test')`,
    );
    await page.evaluate('history.back()');
    await page.until(inCard('card?.querySelector(\'[part~="start"]\') != null'));
    assert.equal((await runThrough(page)).outcome, 'complete');
    assert.equal(await page.evaluate(`document.querySelectorAll('i-speed-test').length`), 1);

    await page.evaluate(`Turbo.visit('/one'), true`);
    await page.until(`document.querySelector('h1')?.textContent === 'Một'`);
    await page.until(inCard('card?.querySelector(\'[part~="start"]\') != null'));
    await page.evaluate('delete window.result');
    await page.evaluate(START);
    await page.until(inCard(`element.snapshot?.phase === 'download'`), RUN_MS);
    await page.evaluate(`Turbo.visit('/two'), true`);
    await page.until(`document.querySelector('h1')?.textContent === 'Hai'`);
    assert.equal((await page.until<Result>('window.result', RUN_MS)).outcome, 'complete');
    assert.equal(await page.evaluate('window.stays'), true, 'one and the same page all the time');
    assert.deepEqual(await page.evaluate('window.troubles'), []);
    await page.close();
  });
};
