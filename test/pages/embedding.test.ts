import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Result } from '../../src/protocol/result.ts';
import type { Accepted } from '../../src/protocol/submission.ts';
import type { DevToolsPage } from '../drive/browser.ts';
import { chosenEngines, type Engine, nameOf } from '../drive/find-browser.ts';
import { launchEngine, testDomainOf } from '../drive/launch-engine.ts';
import type { Browser, Page } from '../drive/page.ts';
import { type ServedPage, servePages } from '../drive/page-server.ts';
import { type Host, HOSTS, type Rung } from './host-pages.ts';
import { inCard, pressInFrame } from '../whole/person.ts';
import { type Stack, startStack } from '../whole/stack.ts';

const RUN_MS = 60_000;
const SETTLED_MS = 25_000;
/** Browsers call a page idle well before that; only engines in which no test is run need it. */
const PROBED_MS = 1000;

const INTEGRITY = JSON.parse(readFileSync(join(import.meta.dirname, '../../dist/integrity.json'), 'utf8')) as Readonly<
  Record<string, string>
>;
const PIN = `integrity="${INTEGRITY['i-speed-test.min.js']!}" crossorigin="anonymous"`;

/** One byte is another, of a comment: it would run. */
const ALTERED = readFileSync(join(import.meta.dirname, '../../dist/i-speed-test.min.js'), 'utf8').replace(
  '/*! THIRD',
  '/*! tHIRD',
);

const matrix = (engine: Engine): void => {
  const domain = testDomainOf(engine);
  const isChromium = engine === 'chromium';
  const pages = new Map<string, ServedPage>();
  let stack: Stack;
  let browser: Browser;
  let portal: string;
  let closePortal: () => Promise<void>;

  before(async () => {
    const served = await servePages((path) => pages.get(path));
    closePortal = served.close;
    portal = served.origin.replace('127.0.0.1', `portal.${domain}`);
    const site = (id: string, origin: string) => ({ id, name: id, province: '48', origins: [origin] });
    stack = await startStack({ domain, sites: [site('portal', portal), site('somebody-else', 'https://else.test')] });
    browser = await launchEngine(engine);
  });
  after(async () => {
    await browser.close();
    await closePortal();
    await stack.close();
  });

  /** The host page's address on the portal. */
  const publish = async (
    { policy, script, site = 'portal', attributes = '', sandbox }: Host,
    n: number,
  ): Promise<string> => {
    const { points } = (await (await fetch(`${local(stack.collector)}/v1/points`)).json()) as {
      points: { url: string }[];
    };
    const sources = points.flatMap(({ url }) => [url, url.replace('http', 'ws')]).join(' ');
    const written = policy
      ?.map((line) => line.replace(/\bC\b/g, stack.collector).replace(/\bP\b/g, sources))
      .join('; ');
    const address = {
      own: '/dist/i-speed-test.min.js',
      altered: '/altered.js',
      pinned: `${stack.collector}/dist/i-speed-test.min.js`,
    };
    pages.set('/altered.js', { html: ALTERED });
    const pin = script === 'pinned' || script === 'altered' ? PIN : '';
    const html = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Cổng thông tin</title><link rel="icon" href="data:,">
<script src="${address[script ?? 'pinned']}" ${pin} defer></script>
<i-speed-test collector="${stack.collector}" province="48" site="${site}" ${attributes}><a id="old" href="/old">Banner cũ</a></i-speed-test>`;
    const headers = written === undefined ? {} : { 'content-security-policy': written };
    const path = `/host-${n}`;
    pages.set(path, { html, headers });
    if (sandbox === undefined) return portal + path;
    pages.set(`${path}-around`, {
      html: `<!doctype html><title>Around</title><link rel="icon" href="data:,"><iframe src="${path}" sandbox="${sandbox}" width="800" height="800"></iframe>`,
    });
    return `${portal}${path}-around`;
  };

  const local = (address: string) => address.replace(/collector\.[a-z]+/, '127.0.0.1');

  /** Waits for the rung a person ends up on; the banner counts only where nothing else is still to come. */
  const settlesOn = (page: Page, expected: Rung): Promise<unknown> =>
    page.until(
      inCard(`(() => {
        const rung = () => {
          if (card?.querySelector('iframe.shown')) return 'iframe';
          if (card?.querySelector('iframe.waiting')) return null;
          if (card?.querySelector('[part~="start"]')) return 'page';
          const isThere = document.querySelector('#old').getClientRects().length > 0;
          const isFinal = !customElements.get('i-speed-test') || !!card?.querySelector('[part~="elsewhere"]');
          return isThere && isFinal ? 'banner' : null;
        };
        return document.readyState === 'complete' && rung() === '${expected}';
      })()`),
      SETTLED_MS,
    );

  for (const [n, host] of HOSTS.entries())
    // Inside an iframe without an origin nothing can be asked but in Chromium.
    it(`on a page ${host.is}: ${host.expected}`, { skip: host.sandbox !== undefined && !isChromium }, async () => {
      const page = await browser.open(await publish(host, n));
      if (host.sandbox !== undefined) {
        const result = await resultInside(page as DevToolsPage);
        assert.equal(result.outcome, 'complete', JSON.stringify(result.failure));
        const stored = await eventually(() => stack.stored(result.testId!), 'the result in the store');
        assert.ok(stored.flags.includes('unattributed'), 'without an origin nobody speaks for a site');
        await page.close();
        return;
      }
      await settlesOn(page, host.expected);
      // The card is there before it is known whether the engine starts.
      if (host.expected === 'page') await new Promise((resolve) => setTimeout(resolve, PROBED_MS));
      await settlesOn(page, host.expected);
      if (host.told && isChromium)
        await eventually(
          () => (page as DevToolsPage).console.find((line) => host.told!.test(line)),
          'a line on the console',
        );
      if (isChromium && host.expected !== 'banner') {
        await page.evaluate(`(() => {
          addEventListener('i-speed-test-result', ({ result }) => (window.result = result));
          addEventListener('i-speed-test-submitted', ({ accepted }) => (window.accepted = accepted));
        })()`);
        if (host.expected === 'iframe')
          for (const part of ['start', 'agree'])
            await pressInFrame(page as DevToolsPage, { part, frame: inCard(`card.querySelector('iframe')`) });
        else await page.evaluate(inCard(`void element.start({ consent: true }) ?? true`));
        const result = await page.until<Result>('window.result', RUN_MS);
        assert.equal(result.outcome, 'complete', JSON.stringify(result.failure));
        const accepted = await page.until<Accepted>('window.accepted');
        assert.equal(accepted.state, 'verified', accepted.flags.join());
        const stored = (await stack.stored(result.testId!))!;
        assert.equal(stored.site, 'portal');
        assert.ok(!stored.flags.includes('unattributed'), 'the portal speaks for its site, through the iframe too');
      }
      await page.close();
    });
};

const eventually = async <T>(look: () => T | Promise<T>, what: string): Promise<NonNullable<T>> => {
  for (const from = Date.now(); ;) {
    const seen = await look();
    if (seen) return seen;
    assert.ok(Date.now() - from < SETTLED_MS, `there is not ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

/** Runs a test in the page inside an iframe of the page. */
const resultInside = async (page: DevToolsPage): Promise<Result> => {
  const start = inCard(`card?.querySelector('[part~="start"]') ? element.start({ consent: true }) : null`);
  return eventually(() => page.evaluateInFrame<Result | null>(start).catch(() => null), 'a result in the iframe');
};

for (const engine of chosenEngines()) describe(`embedded in host pages in ${nameOf(engine)}`, () => matrix(engine));
