import { after, before } from 'node:test';
import type { Result } from '../../src/protocol/result.ts';
import type { Engine } from '../drive/find-browser.ts';
import { launchEngine, testDomainOf } from '../drive/launch-engine.ts';
import type { Browser, Page } from '../drive/page.ts';
import { servePage } from '../drive/page-server.ts';
import { RUN_MS, START } from './run-in-page.ts';
import { type Stack, startStack } from './stack.ts';

export const HEAR_TROUBLES = `(() => {
  window.troubles = [];
  addEventListener('error', ({ message }) => window.troubles.push(message));
  addEventListener('unhandledrejection', ({ reason }) => window.troubles.push(String(reason)));
  for (const method of ['log', 'info', 'debug', 'warn', 'error'])
    console[method] = (...words) => window.troubles.push(words.join(' '));
})()`;

interface Options {
  readonly files?: Readonly<Record<string, string>>;
  readonly host: 'portal' | 'loopback';
}

/** One engine and one stack for the tests of a file, with pages that have the element as a guest. */
export interface GuestStage {
  readonly engine: Engine;
  readonly collector: () => string;
  /** `portal`: by a name, without a secure context where the engine can be told such names. */
  readonly open: (html: string, options: Options) => Promise<Page>;
  /** A run without a question, from its start to its result. */
  readonly runThrough: (page: Page) => Promise<Result>;
}

export const guestStage = (engine: Engine): GuestStage => {
  let stack: Stack;
  let browser: Browser;
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
  return {
    engine,
    collector: () => stack.collector,
    open: async (html, { files = {}, host }) => {
      const { origin, close } = await servePage(html, {}, files);
      closing.push(close);
      return browser.open(`${host === 'portal' ? origin.replace('127.0.0.1', `portal.${domain}`) : origin}/`);
    },
    runThrough: async (page) => {
      await page.evaluate('delete window.result');
      await page.evaluate(START);
      return page.until<Result>('window.result', RUN_MS);
    },
  };
};
