import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { vi } from '../../src/element/locales/vi.ts';
import type { Result } from '../../src/protocol/result.ts';
import type { Accepted } from '../../src/protocol/submission.ts';
import type { DevToolsPage } from '../drive/browser.ts';
import { launchEngine } from '../drive/launch-engine.ts';
import type { Browser } from '../drive/page.ts';
import { type ServedPage, servePages } from '../drive/page-server.ts';
import { cardText, inCard, press } from './person.ts';
import { RUN_MS } from './run-in-page.ts';
import { makeSelfSigned } from './self-signed.ts';
import { type Stack, startStack } from './stack.ts';
import { tlsFront } from './tls-front.ts';

const portOf = (address: string): number => Number(new URL(address).port);

describe('on a page of https', () => {
  const certificate = makeSelfSigned('test');
  const pages = new Map<string, ServedPage>();
  const closing: (() => Promise<void>)[] = [];
  let secure: Stack;
  /** Collector and points of http. */
  let plain: Stack;
  /** The plain collector by https; its points stay what they are. */
  let halfSecure: string;
  let portal: string;
  let browser: Browser;
  before(async () => {
    const served = await servePages((path) => pages.get(path));
    const front = await tlsFront(portOf(served.origin), certificate);
    portal = `https://portal.test:${front.port}`;
    const sites = [{ id: 'portal', name: 'portal', province: '48', origins: [portal] }];
    secure = await startStack({ domain: 'test', sites, tls: certificate });
    plain = await startStack({ domain: 'test', sites });
    const half = await tlsFront(portOf(plain.collector), certificate);
    halfSecure = `https://collector.test:${half.port}`;
    browser = await launchEngine('chromium', { chromiumArguments: [certificate.trust] });
    closing.push(browser.close, front.close, half.close, served.close, secure.close, plain.close);
  });
  after(async () => {
    for (const close of closing) await close();
    certificate.remove();
  });

  const open = async (collector: string, script = `${collector}/dist/i-speed-test.min.js`): Promise<DevToolsPage> => {
    const path = `/page${pages.size}`;
    pages.set(path, {
      html: `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Cổng thông tin</title><link rel="icon" href="data:,">
<script src="${script}" defer></script>
<script>
  addEventListener('i-speed-test-result', ({ result }) => (window.result = result));
  addEventListener('i-speed-test-submitted', ({ accepted }) => (window.accepted = accepted));
</script>
<i-speed-test collector="${collector}" province="48" site="portal"><a id="old" href="/old">Banner cũ</a></i-speed-test>`,
    });
    return (await browser.open(portal + path)) as DevToolsPage;
  };
  const hasBanner = (page: DevToolsPage) =>
    page.evaluate<boolean>(`document.querySelector('#old').getClientRects().length > 0`);

  it('measures to the end where collector and points are https too, over WebSocket, and the page speaks for its site', async () => {
    const page = await open(secure.collector);
    assert.ok(await page.evaluate('isSecureContext'));
    await press(page, 'start');
    await press(page, 'agree');
    const result = await page.until<Result>('window.result', RUN_MS);
    assert.equal(result.outcome, 'complete', JSON.stringify(result.failure));
    assert.ok(!result.flags.includes('no-websocket'), 'over WebSocket');
    const accepted = await page.until<Accepted>('window.accepted');
    assert.equal(accepted.state, 'verified', accepted.flags.join());
    assert.ok(!(await secure.stored(result.testId!))!.flags.includes('unattributed'));
    assert.deepEqual(page.console, []);
  });

  it('shows the old banner where the script is of http: the browser refuses it, and says so', async () => {
    const page = await open(plain.collector);
    assert.equal(await page.evaluate(`customElements.get('i-speed-test') === undefined`), true);
    assert.ok(await hasBanner(page));
    assert.match(page.console.join(), /Mixed Content.+i-speed-test\.min\.js/);
  });

  it('says on the card what to write where only the collector is of http, and never asks it', async () => {
    const page = await open(plain.collector, '/dist/i-speed-test.min.js');
    await page.until(inCard(`card?.querySelector('[part~="failure"]')`));
    const text = await cardText(page);
    assert.ok(text.includes(vi.failure.misconfigured.sentence), text);
    assert.ok(text.includes(`forbid collector="${plain.collector}". Write an https address.`), text);
    assert.deepEqual(page.console, [], 'a request would be told there');
  });

  it('says on the card that the points must be https where only they are of http', async () => {
    const page = await open(halfSecure);
    await page.until(inCard(`card?.querySelector('[part~="start"]')`));
    await page.evaluate(inCard(`void element.start({ consent: true }) ?? true`));
    await page.until(inCard(`card.querySelector('[part~="failure"]')`));
    const text = await cardText(page);
    assert.ok(text.includes(vi.failure.misconfigured.sentence), text);
    assert.ok(text.includes(`forbid the points of ${halfSecure}, which are http. They must be https.`), text);
    assert.equal(await page.evaluate(inCard(`card.querySelector('[part~="retry"]')`)), null);
    assert.deepEqual(page.console, []);
  });
});
