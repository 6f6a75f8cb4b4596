import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import type { Engine } from '../drive/find-browser.ts';
import { launchEngine, testDomainOf } from '../drive/launch-engine.ts';
import type { Browser, Page } from '../drive/page.ts';
import { elementPage, servePage } from '../drive/page-server.ts';
import { type Stack, startStack } from './stack.ts';

/** One engine and one stack for the tests of a file; both are there once the tests run. */
export interface WholeStage {
  readonly engine: Engine;
  /** Of the names by which the engine finds the portal, the collector and the points. */
  readonly domain: string;
  readonly stack: () => Stack;
  readonly browser: () => Browser;
  /** Chromium's log of every request; complete once the browser is closed. */
  readonly netLog: string;
  /** A portal page at `portal.test` with the published element; the page keeps what goes wrong in it. */
  readonly openPortal: (attributes?: Record<string, string>, headers?: Record<string, string>) => Promise<Page>;
}

export const wholeStage = (engine: Engine): WholeStage => {
  let stack: Stack;
  let browser: Browser;
  const domain = testDomainOf(engine);
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

  return { engine, domain, stack: () => stack, browser: () => browser, netLog, openPortal };
};
