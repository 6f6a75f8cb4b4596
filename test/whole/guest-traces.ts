import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { DevToolsPage } from '../drive/browser.ts';
import { elementPage } from '../drive/page-server.ts';
import { countLeft } from './count-left.ts';
import { type GuestStage, HEAR_TROUBLES } from './guest-stage.ts';
import { inCard } from './person.ts';

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

/** What the element leaves in the page around: nothing. */
export const guestTraces = ({ engine, collector, open, runThrough }: GuestStage): void => {
  const isChromium = engine === 'chromium';

  it('leaves nothing in the page but its element: no global, no history, no style, no word', async () => {
    const page = await open('<!doctype html><title>Cổng</title><link rel="icon" href="data:,"><main></main>', {
      host: 'portal',
    });
    await page.evaluate(HEAR_TROUBLES);
    const before = await page.evaluate(FOOTPRINT);
    await page.evaluate(`new Promise((resolve) => {
      document.querySelector('main').innerHTML = '<i-speed-test collector="${collector()}"></i-speed-test>';
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
    const page = await open(elementPage({ collector: collector() }), { host: 'portal' });
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

  it(
    'leaves nothing behind that comes and goes a hundred times',
    { skip: !isChromium && 'only Chromium counts' },
    async () => {
      const page = (await open(elementPage({ collector: collector() }), { host: 'portal' })) as DevToolsPage;
      await page.until(inCard('card?.querySelector(\'[part~="start"]\') != null'));
      await page.evaluate(`${comeAndGo(collector(), 12)}.then(() => true)`); // every part, every template
      const before = await countLeft(page);
      await page.evaluate(`${comeAndGo(collector(), 100)}.then(() => true)`);
      const { nodes, ...left } = await countLeft(page);
      const nothing = { workers: 0, threads: 0, onWindow: [] };
      // The element that stays in the page waits for the end of its visit.
      const ofTheOne = { elements: 1, onDocument: ['visibilitychange'] };
      assert.deepEqual(left, { ...nothing, ...ofTheOne, listeners: before.listeners });
      assert.ok(nodes < before.nodes + TEMPLATE_NODES, `${nodes - before.nodes} nodes more`);
      await page.close();
    },
  );
};
