import type { BrowserLauncher } from '@web/test-runner-core';
import { nameOf } from './find-browser.ts';
import { launchFirefox } from './firefox.ts';
import type { Browser, WebDriverPage } from './page.ts';
import { launchWebKit } from './webkit.ts';

const LAUNCH = { firefox: launchFirefox, webkit: launchWebKit } as const;

/** Large enough for what the tests of the layout ask for. */
const SIZE = { width: 1280, height: 900 };

/** Lets web-test-runner drive Firefox and WebKit the way the whole tests do. */
export const testRunnerLauncher = (engine: keyof typeof LAUNCH): BrowserLauncher & WebDriverKeys => {
  let browser: Promise<Browser<WebDriverPage>> | null = null;
  const pages = new Map<string, WebDriverPage>();
  return {
    name: nameOf(engine),
    type: 'webdriver', // what web-test-runner's command `sendKeys` asks for
    concurrency: 1,
    startSession: async (id, url) => {
      browser ??= LAUNCH[engine]();
      pages.set(id, await (await browser).open(url, SIZE));
    },
    isActive: (id) => pages.has(id),
    getBrowserUrl: (id) => pages.get(id)?.evaluate<string>('location.href'),
    stopSession: async (id) => {
      await pages.get(id)?.close();
      pages.delete(id);
      return {};
    },
    stop: async () => {
      await (await browser)?.close();
    },
    startDebugSession: () => Promise.reject(new Error('For debugging open the address in a browser by hand.')),
    sendKeys: async (id, keys) => {
      for (const key of keys) await pages.get(id)?.press(key);
    },
  };
};

interface WebDriverKeys {
  readonly sendKeys: (sessionId: string, keys: readonly string[]) => Promise<void>;
}
