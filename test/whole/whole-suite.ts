import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { median } from '../../src/estimator/statistics.ts';
import type { Result } from '../../src/protocol/result.ts';
import type { Accepted } from '../../src/protocol/submission.ts';
import type { DevToolsPage } from '../drive/browser.ts';
import { chosenEngines, type Engine, nameOf } from '../drive/find-browser.ts';
import { launchEngine, testDomainOf } from '../drive/launch-engine.ts';
import type { Browser } from '../drive/page.ts';
import { elementPage, servePage } from '../drive/page-server.ts';
import { cardText, inCard, press } from './person.ts';
import { LINE_RATE, type Stack, startStack } from './stack.ts';

const RUN_MS = 60_000;

/** How far a rate may be off the line's: seen ± 1 % in all three engines, on a machine with other work. */
const TOLERANCE = 0.05;

/** Of an idle line. Seen: 1 ms (Firefox) to 5 ms (WebKit), through a line whose clock ticks every 5 ms. */
const LOOPBACK_MS = 30;

/** Of a busy one. Seen: 18 ms; 52 ms on a machine with eight times the work it can do. An engine that is busy with its bodies showed 180 ms (Firefox) and 1000 ms (WebKit). */
const LOADED_MS = 100;

/** Longer ones hold up the page (W3C Long Tasks). Seen: 20 ms of work, 198 ms on the wall of a shared machine. */
const LONG_TASK_MS = 50;

/** A busy page may change nothing. Two runs differ by 1 %, busy or not: medians of a few are compared. */
const BUSY_TOLERANCE = 0.02;
const BUSY_TURNS = 3;

/** start() as a page calls it; the result is left in `window.result`. */
const START = inCard(`void element.start({ consent: true }).then((result) => { window.result = result; }) ?? true`);

const wholeTest = (engine: Engine): void => {
  let stack: Stack;
  let browser: Browser;
  const domain = testDomainOf(engine);
  const isChromium = engine === 'chromium';
  const closing: (() => Promise<void>)[] = [];
  const netLog = join(mkdtempSync(join(tmpdir(), 'i-speed-test-netlog-')), 'net.json');

  before(async () => {
    stack = await startStack({ domain });
    browser = await launchEngine(engine, { chromiumArguments: [`--log-net-log=${netLog}`] });
  });
  after(async () => {
    await browser.close();
    for (const close of closing) await close();
    await stack.close();
    rmSync(join(netLog, '..'), { recursive: true, force: true });
  });

  /** A portal page at `portal.test` with the published element; the page keeps what goes wrong in it. */
  // The standard plan: the saver's 10 MB may all fit into the buffers of the line, and then the receipt bounds no rate.
  const openPortal = async (attributes: Record<string, string> = {}, headers: Record<string, string> = {}) => {
    const { origin, close } = await servePage(
      elementPage({ collector: stack.collector, province: '48', site: 'portal.test', ...attributes }),
      headers,
    );
    closing.push(close);
    const page = await browser.open(`${origin.replace('127.0.0.1', `portal.${domain}`)}/`);
    await page.evaluate(`(() => {
    window.troubles = [];
    addEventListener('error', ({ message }) => window.troubles.push(message));
    addEventListener('unhandledrejection', ({ reason }) => window.troubles.push(String(reason)));
    for (const method of ['warn', 'error']) console[method] = (...words) => window.troubles.push(words.join(' '));
    const element = document.querySelector('i-speed-test');
    element.addEventListener('i-speed-test-submitted', ({ accepted }) => (window.accepted = accepted));
    element.addEventListener('i-speed-test-failure', ({ failure }) => (window.failure = failure));
  })()`);
    return page;
  };

  it('goes from a press of the button to a verified result that can be read back', async () => {
    const page = await openPortal();
    const needsNone = 'nothing here needs a secure context';
    if (domain === 'test') assert.equal(await page.evaluate('isSecureContext'), false, needsNone);
    const tasks = isChromium ? await (page as DevToolsPage).recordTasks() : null;
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
    for (const { bitsPerSecond } of [stored.download!, stored.upload!])
      assert.ok(Math.abs(bitsPerSecond / LINE_RATE - 1) < TOLERANCE, `${bitsPerSecond} bit/s`);
    assert.ok(stored.latency.idle!.medianMs < LOOPBACK_MS, `${stored.latency.idle!.medianMs} ms`);
    assert.equal(stored.latency.idle!.samples, 30);
    for (const { samples, medianMs } of [stored.latency.download!, stored.latency.upload!])
      assert.ok(samples > 0 && medianMs < LOADED_MS, `${samples} round trips, ${medianMs} ms`);
    // WebKitGTK has no WebRTC: what could not be measured is null.
    if (isChromium || stored.lossRatio !== null) assert.equal(stored.lossRatio, 0, 'nothing is lost on loopback');
    const { cells } = await stack.statistics();
    assert.equal(cells.find(({ province }) => province === '48')?.count, 1);

    assert.deepEqual(await page.evaluate('window.troubles'), [], 'no error and no warning');
    if (isChromium) assert.deepEqual((page as DevToolsPage).console, [], 'nothing on the console');
    assert.match(await cardText(page), /Mbit\/s/);
    if (stored.lossRatio !== null) assert.match(await cardText(page), /Tỷ lệ mất gói\s+0\s*%/i);
    if (tasks) {
      const recorded = await tasks();
      assert.ok(recorded.length > 100, 'the trace has the tasks');
      const long = recorded.filter(({ processorMs }) => processorMs > LONG_TASK_MS);
      assert.deepEqual(long, [], 'no long task on the main thread');
    }
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
    const accepted = await page.until<Accepted>('window.accepted');
    assert.equal(accepted.state, 'verified', accepted.flags.join());
    await page.close();
  });

  it('works under a policy that allows nothing but what the README names, Trusted Types required', async () => {
    const policy = [
      `default-src 'self'`,
      `img-src data:`,
      `worker-src blob:`,
      `connect-src http: ws:`,
      `object-src 'none'`,
      `base-uri 'none'`,
      `require-trusted-types-for 'script'`,
      `trusted-types lit-html i-speed-test`,
    ].join('; ');
    const page = await openPortal({}, { 'content-security-policy': policy });
    await page.evaluate(`document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      window.troubles.push(violatedDirective + ' ' + blockedURI))`);
    await page.evaluate(START);
    const result = await page.until<Result>('window.result', RUN_MS);
    assert.equal(result.outcome, 'complete', JSON.stringify(result.failure));
    assert.deepEqual(await page.evaluate('window.troubles'), []);
    await page.close();
  });

  it('goes on without the loss, and without a word, where the browser has no WebRTC', async () => {
    const page = await openPortal();
    await page.evaluate('delete window.RTCPeerConnection');
    await page.evaluate(START);
    const result = await page.until<Result>('window.result', RUN_MS);
    assert.equal(result.outcome, 'complete');
    assert.equal(result.lossRatio, null);
    assert.deepEqual(await page.evaluate('window.troubles'), []);
    await page.close();
  });

  it(
    'measures the same on a page that works 200 ms of every 300',
    { skip: !isChromium && 'one engine says it for all' },
    async () => {
      const rates = async (work: string): Promise<readonly number[]> => {
        const page = await openPortal();
        await page.evaluate(`${work}; true`);
        await page.evaluate(START);
        const result = await page.until<Result>('window.result', RUN_MS);
        assert.equal(result.outcome, 'complete');
        await page.close();
        return [result.download!.bitsPerSecond, result.upload!.bitsPerSecond];
      };
      const work =
        'setInterval(() => { for (const from = performance.now(); performance.now() - from < 200; ); }, 300)';
      const quiet: (readonly number[])[] = [];
      const busy: (readonly number[])[] = [];
      for (let turn = 0; turn < BUSY_TURNS; turn++) {
        quiet.push(await rates(''));
        busy.push(await rates(work));
      }
      for (const direction of [0, 1]) {
        const middle = (runs: readonly (readonly number[])[]) => median(runs.map((run) => run[direction]!));
        const ratio = middle(busy) / middle(quiet);
        assert.ok(Math.abs(ratio - 1) < BUSY_TOLERANCE, `${ratio} times the rate of a quiet page`);
      }
    },
  );

  it('keeps a result while the collector is down, and posts it once when it is back', async () => {
    const page = await openPortal();
    await page.evaluate(START);
    await page.until(inCard(`element.snapshot?.phase === 'upload'`), RUN_MS);
    await stack.collectorDown();
    const result = await page.until<Result>('window.result', RUN_MS);
    assert.equal(result.outcome, 'complete');
    assert.equal(await page.evaluate(`Object.keys(localStorage).filter((key) => key.includes('outbox')).length`), 1);
    await page.reload();
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

  const onlyInChromium = isChromium ? false : 'only Chromium logs every request';
  it('asked nobody but the portal, the collector and the points', { skip: onlyInChromium }, async () => {
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
};

/** One file for each engine, so that they run side by side. */
export const describeWholeTest = (engine: Engine): void => {
  if (chosenEngines().includes(engine)) describe(`the whole test in ${nameOf(engine)}`, () => wholeTest(engine));
};
