import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Result } from '../../src/protocol/result.ts';
import type { DevToolsPage } from '../drive/browser.ts';
import { chosenEngines, type Engine, nameOf } from '../drive/find-browser.ts';
import { launchEngine, testDomainOf } from '../drive/launch-engine.ts';
import type { Browser, Page } from '../drive/page.ts';
import { elementPage, servePage } from '../drive/page-server.ts';
import { countLeft } from './count-left.ts';
import { inCard } from './person.ts';
import { LINE_RATE, type Stack, startStack } from './stack.ts';

const RUN_MS = 60_000;

/** As in the whole test: two at once would each read half of the line. */
const TOLERANCE = 0.05;

const START = inCard(`void element.start({ consent: true }).then((result) => { window.result = result; }) ?? true`);

const HEAR_TROUBLES = `(() => {
  window.troubles = [];
  addEventListener('error', ({ message }) => window.troubles.push(message));
  addEventListener('unhandledrejection', ({ reason }) => window.troubles.push(String(reason)));
  for (const method of ['log', 'info', 'debug', 'warn', 'error'])
    console[method] = (...words) => window.troubles.push(words.join(' '));
})()`;

/** What a page can see of a guest besides its element. */
const FOOTPRINT = `({
  globals: Object.getOwnPropertyNames(window).filter((name) => !/^(\\d+|troubles|result|isSent)$/.test(name)).sort(),
  symbols: Reflect.ownKeys(Symbol).map(String),
  href: location.href,
  history: history.length,
  state: history.state,
  title: document.title,
  cookie: document.cookie,
  session: sessionStorage.length,
  head: [...document.head.children].map(({ outerHTML }) => outerHTML),
  body: document.body.attributes.length + document.documentElement.attributes.length,
  sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
  marks: [...performance.getEntriesByType('mark'), ...performance.getEntriesByType('measure')].length,
})`;

const RESOURCES = `performance.getEntriesByType('resource').map(({ name }) => name)`;

/** A view that is painted for the first time leaves its template, once for the page. A hundred elements would be thousands of nodes. */
const TEMPLATE_NODES = 100;

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

/** Elements that come and go, each in a layout and at a stage of its own. */
const comeAndGo = (collector: string, cycles: number): string => `(async () => {
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const place = document.querySelector('main');
  for (let i = 0; i < ${cycles}; i++) {
    const element = document.createElement('i-speed-test');
    element.setAttribute('collector', '${collector}');
    element.setAttribute('province', '48');
    element.setAttribute('layout', ['card', 'banner', 'kiosk'][i % 3]);
    place.append(element);
    await element.updateComplete;
    if (i % 4 === 1) void element.start();
    if (i % 4 > 1) void element.start({ consent: true });
    if (i % 4 === 3) await pause(200);
    if (i % 8 === 3) element.cancel();
    element.remove();
    await pause(20);
  }
})()`;

const guestTest = (engine: Engine): void => {
  let stack: Stack;
  let browser: Browser;
  const isChromium = engine === 'chromium';
  const domain = testDomainOf(engine);
  const closing: (() => Promise<void>)[] = [];
  before(async () => {
    stack = await startStack({ domain });
    browser = await launchEngine(engine);
  });
  after(async () => {
    await browser.close();
    for (const close of closing) await close();
    await stack.close();
  });

  /** `portal`: by a name, without a secure context where the engine can be told such names. */
  const open = async (
    html: string,
    { files = {}, host }: { readonly files?: Readonly<Record<string, string>>; readonly host: 'portal' | 'loopback' },
  ): Promise<Page> => {
    const { origin, close } = await servePage(html, {}, files);
    closing.push(close);
    return browser.open(`${host === 'portal' ? origin.replace('127.0.0.1', `portal.${domain}`) : origin}/`);
  };

  const runThrough = async (page: Page): Promise<Result> => {
    await page.evaluate('delete window.result');
    await page.evaluate(START);
    return page.until<Result>('window.result', RUN_MS);
  };

  it('leaves nothing in the page but its element: no global, no history, no style, no word', async () => {
    const page = await open('<!doctype html><title>Cổng</title><link rel="icon" href="data:,"><main></main>', {
      host: 'portal',
    });
    await page.evaluate(HEAR_TROUBLES);
    const before = await page.evaluate(FOOTPRINT);
    await page.evaluate(`new Promise((resolve) => {
      document.querySelector('main').innerHTML = '<i-speed-test collector="${stack.collector}"></i-speed-test>';
      const script = document.createElement('script');
      script.src = '/dist/i-speed-test.min.js';
      script.onload = () => { script.remove(); resolve(true); };
      document.head.append(script);
    })`);
    await page.until(inCard('card?.querySelector(\'[part~="start"]\') != null'));
    assert.deepEqual(await page.evaluate(FOOTPRINT), before, 'before a run');

    await page.evaluate(
      `document.querySelector('i-speed-test').addEventListener('i-speed-test-submitted', () => (window.isSent = true)) ?? true`,
    );
    const result = await runThrough(page);
    assert.equal(result.outcome, 'complete', JSON.stringify(result.failure));
    await page.until('window.isSent');
    assert.deepEqual(await page.evaluate(FOOTPRINT), before, 'after a run');
    assert.deepEqual(await page.evaluate('window.troubles'), []);
    if (isChromium) assert.deepEqual((page as DevToolsPage).console, []);
    await page.close();
  });

  it('leaves the page’s performance buffer to the page: a few entries of its own files and calls, none of the measurement', async () => {
    const page = await open(elementPage({ collector: stack.collector }), { host: 'portal' });
    await page.evaluate(
      `document.querySelector('i-speed-test').addEventListener('i-speed-test-submitted', () => (window.isSent = true)) ?? true`,
    );
    const seen: number[] = [];
    for (let run = 0; run < 2; run++) {
      await page.evaluate('(window.isSent = false, true)');
      assert.equal((await runThrough(page)).outcome, 'complete');
      await page.until('window.isSent');
      const names = await page.evaluate<readonly string[]>(RESOURCES);
      for (const name of names)
        assert.match(
          name,
          /\/dist\/(i-speed-test\.min|later\/[a-z]+-\w+)\.js$|collector\.\w+:\d+\/v1\/|^blob:|^data:/,
          'an entry',
        );
      seen.push(names.length);
    }
    assert.ok(seen[0]! <= 10 && seen[1]! - seen[0]! <= 4, `entries after the runs: ${seen.join()}`);
    await page.close();
  });

  it('measures with two elements of a page one after the other, each the whole line', async () => {
    const page = await open(elementPage({ collector: stack.collector }), { host: 'portal' });
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
    const page = await open(elementPage({ collector: stack.collector }), {
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
    const attributes = { collector: stack.collector };
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

  it(
    'leaves nothing behind that comes and goes a hundred times',
    { skip: !isChromium && 'only Chromium counts' },
    async () => {
      const page = (await open(elementPage({ collector: stack.collector }), { host: 'portal' })) as DevToolsPage;
      await page.until(inCard('card?.querySelector(\'[part~="start"]\') != null'));
      await page.evaluate(`${comeAndGo(stack.collector, 12)}.then(() => true)`); // every part, every template
      const before = await countLeft(page);
      await page.evaluate(`${comeAndGo(stack.collector, 100)}.then(() => true)`);
      const { nodes, ...left } = await countLeft(page);
      const nothing = { workers: 0, threads: 0, onWindow: [], onDocument: [] };
      assert.deepEqual(left, { ...nothing, elements: 1, listeners: before.listeners });
      assert.ok(nodes < before.nodes + TEMPLATE_NODES, `${nodes - before.nodes} nodes more`);
      await page.close();
    },
  );
};

for (const engine of chosenEngines()) describe(`a guest in ${nameOf(engine)}`, () => guestTest(engine));
