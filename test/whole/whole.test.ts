import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Result } from '../../src/protocol/result.ts';
import { type Browser, launchBrowser } from '../drive/browser.ts';
import { elementPage, servePage } from '../drive/page-server.ts';
import { cardText, inCard, press } from './person.ts';
import { type Stack, startStack, TEST_NAMES } from './stack.ts';

const RUN_MS = 60_000;

let stack: Stack;
let browser: Browser;
const closing: (() => Promise<void>)[] = [];
const netLog = join(mkdtempSync(join(tmpdir(), 'i-speed-test-netlog-')), 'net.json');

before(async () => {
  stack = await startStack();
  browser = await launchBrowser([TEST_NAMES, `--log-net-log=${netLog}`]);
});
after(async () => {
  await browser.close();
  for (const close of closing) await close();
  await stack.close();
  rmSync(join(netLog, '..'), { recursive: true, force: true });
});

/** A portal page at `portal.test` with the published element; the page counts its long tasks. */
const openPortal = async (attributes: Record<string, string> = {}, headers: Record<string, string> = {}) => {
  const { origin, close } = await servePage(
    elementPage({ collector: stack.collector, plan: 'saver', province: '48', site: 'portal.test', ...attributes }),
    headers,
  );
  closing.push(close);
  const page = await browser.open(`${origin.replace('127.0.0.1', 'portal.test')}/`);
  await page.evaluate(`(() => {
    window.longTasks = [];
    const element = document.querySelector('i-speed-test');
    element.addEventListener('i-speed-test-start', ({ timeStamp }) => {
      // What the page's own loading took is not the run's.
      const seen = (list) => list.getEntries().filter(({ startTime }) => startTime >= timeStamp);
      new PerformanceObserver((list) => window.longTasks.push(...seen(list).map(({ duration }) => duration)))
        .observe({ type: 'longtask' });
    });
    element.addEventListener('i-speed-test-submitted', ({ accepted }) => (window.accepted = accepted));
    element.addEventListener('i-speed-test-failure', ({ failure }) => (window.failure = failure));
  })()`);
  return page;
};

/** start() as a page calls it; the result is left in `window.result`. */
const START = inCard(`void element.start({ consent: true }).then((result) => { window.result = result; }) ?? true`);

describe('the whole test', () => {
  it('goes from a press of the button to a verified result that can be read back', async () => {
    const page = await openPortal({ plan: 'standard' });
    assert.equal(await page.evaluate('isSecureContext'), false, 'nothing here needs a secure context');
    await press(page, 'start');
    await press(page, 'agree');
    const accepted = await page.until<{ testId: string; state: string }>('window.accepted', RUN_MS);
    assert.equal(accepted.state, 'verified');

    const shown = await page.evaluate<Result>(inCard('element.result'));
    const stored = (await stack.stored(accepted.testId))!;
    assert.equal(stored.state, 'verified');
    assert.equal(stored.province, '48');
    assert.equal(stored.site, 'portal.test');
    assert.equal(stored.outcome, 'complete');
    for (const key of ['download', 'upload', 'latency', 'ipv6', 'point', 'ipFamily', 'startedAt', 'lossRatio'] as const)
      assert.deepEqual(stored[key], shown[key]);
    assert.ok(stored.download!.bitsPerSecond > 1e6 && stored.upload!.bitsPerSecond > 1e6);
    assert.equal(stored.latency.idle!.samples, 20);
    assert.ok(stored.latency.download!.samples > 0);
    assert.equal(stored.lossRatio, 0, 'nothing is lost on loopback');
    const { cells } = await stack.statistics();
    assert.equal(cells.find(({ province }) => province === '48')?.count, 1);

    assert.deepEqual(page.console, [], 'nothing on the console');
    assert.match(await cardText(page), /Mbit\/s/);
    assert.match(await cardText(page), /Tỷ lệ mất gói\s+0\s*%/i);
    assert.deepEqual(await page.evaluate('window.longTasks'), [], 'no long task on the main thread');
    await page.close();
  });

  it('goes on over HTTP where the page’s policy or the network blocks WebSocket', async () => {
    const policy = `default-src 'self'; img-src data:; worker-src blob:; connect-src http:`;
    const page = await openPortal({}, { 'content-security-policy': policy });
    await page.evaluate(START);
    const result = await page.until<Result>('window.result', RUN_MS);
    assert.equal(result.outcome, 'complete');
    assert.ok(result.flags.includes('no-websocket'));
    assert.ok(result.latency.idle!.samples > 0 && result.latency.upload !== null);
    assert.equal((await page.until<{ state: string }>('window.accepted')).state, 'verified');
    await page.close();
  });

  it('goes on without the loss, and without a word, where the browser has no WebRTC', async () => {
    const page = await openPortal();
    await page.evaluate('delete window.RTCPeerConnection');
    await page.evaluate(START);
    const result = await page.until<Result>('window.result', RUN_MS);
    assert.equal(result.outcome, 'complete');
    assert.equal(result.lossRatio, null);
    assert.deepEqual(page.console, []);
    await page.close();
  });

  it('keeps a result while the collector is down, and posts it once when it is back', async () => {
    const page = await openPortal();
    await page.evaluate(START);
    await page.until(inCard(`element.snapshot?.phase === 'upload'`), RUN_MS);
    await stack.collectorDown();
    const result = await page.until<Result>('window.result', RUN_MS);
    assert.equal(result.outcome, 'complete');
    assert.equal(await page.evaluate(`Object.keys(localStorage).filter((key) => key.includes('outbox')).length`), 1);
    await page.send('Page.reload');
    await page.until(inCard('card !== null'));
    await stack.collectorUp();
    const inStore = async () => {
      for (const deadline = Date.now() + RUN_MS; Date.now() < deadline;) {
        const stored = await stack.stored(result.testId!);
        if (stored) return stored;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      throw new Error('never posted');
    };
    assert.equal((await inStore()).state, 'verified');
    await page.until(`Object.keys(localStorage).filter((key) => key.includes('outbox')).length === 0`);
    await page.close();
  });

  it('stops at once when it is cancelled, and posts nothing', async () => {
    const page = await openPortal();
    await page.evaluate(START);
    await page.until(inCard(`element.snapshot?.phase === 'download'`), RUN_MS);
    await press(page, 'cancel');
    const result = await page.until<Result>('window.result');
    assert.equal(result.outcome, 'cancelled');
    await page.until(inCard(`!!card.querySelector('[part~="start"]')`));
    await page.close();
  });

  it('moves to the next point when one is lost in the middle', async () => {
    const page = await openPortal({ plan: 'thorough' });
    await page.evaluate(START);
    const first = await page.until<string>(
      inCard(`element.snapshot?.phase === 'download' && element.snapshot.pointId`),
      RUN_MS,
    );
    await stack.points[first === 'near' ? 0 : 1].close();
    const result = await page.until<Result>('window.result', 2 * RUN_MS);
    assert.equal(result.outcome, 'complete');
    assert.notEqual(result.point!.id, first);
    assert.ok(result.flags.includes('point-changed'));
    assert.equal((await page.until<{ state: string }>('window.accepted')).state, 'verified');
    await page.close();
  });

  it('says clearly that no point can be reached when all are gone', async () => {
    await Promise.all(stack.points.map((point) => point.close()));
    const page = await openPortal();
    await page.evaluate(START);
    const result = await page.until<Result>('window.result', RUN_MS);
    assert.equal(result.outcome, 'failed');
    assert.equal(result.failure!.code, 'point-unreachable');
    assert.match(await cardText(page), /điểm đo/i);
    await page.close();
  });

  it('asked nobody but the portal, the collector and the points', async () => {
    await browser.close(); // which completes the log
    const { events } = JSON.parse(readFileSync(netLog, 'utf8')) as {
      readonly events: readonly { readonly params?: { readonly url?: string; readonly initiator?: string } }[];
    };
    // The browser's own calls have no page as their initiator.
    const asked = events.flatMap(({ params }) =>
      params?.url && params.initiator?.includes('portal.test') ? [new URL(params.url).hostname] : [],
    );
    const hosts = new Set(asked);
    assert.ok(hosts.has('collector.test') && (hosts.has('near.test') || hosts.has('far.test')));
    for (const host of hosts) assert.match(host, /^(portal|collector|near|far)\.test$/, `a request to ${host}`);
  });
});
