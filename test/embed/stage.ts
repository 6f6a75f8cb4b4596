import { join } from 'node:path';
import type { DevToolsPage } from '../drive/browser.ts';
import { launchEngine } from '../drive/launch-engine.ts';
import type { Browser } from '../drive/page.ts';
import { type Stack, startStack } from '../whole/stack.ts';
import { type PortalPage, servePortal } from './portal.ts';
import { type Addresses, type Recipe, readRecipe } from './recipe.ts';

const DOMAIN = 'test';

/** A collector that serves the published element, two points, and a Chromium that opens portals of another origin. */
export interface Stage {
  readonly stack: Stack;
  readonly addresses: Addresses;
  readonly recipe: (page: string) => Recipe;
  readonly open: (page: PortalPage) => Promise<DevToolsPage>;
  readonly close: () => Promise<void>;
}

export const startStage = async (): Promise<Stage> => {
  const stack = await startStack({ domain: DOMAIN, distDir: join(import.meta.dirname, '../../dist') });
  const browser = (await launchEngine('chromium')) as Browser<DevToolsPage>;
  const closing: (() => Promise<void>)[] = [];
  const addresses = {
    collector: stack.collector,
    points: stack.pointUrls.flatMap((url) => [url, url.replace('http', 'ws')]),
  };
  return {
    stack,
    addresses,
    recipe: (page) => readRecipe(page, addresses),
    open: async (page) => {
      const { port, close } = await servePortal(page);
      closing.push(close);
      return browser.open(`http://portal.${DOMAIN}:${port}/chuyen-muc/trang`);
    },
    close: async () => {
      await browser.close();
      for (const close of closing) await close();
      await stack.close();
    },
  };
};
