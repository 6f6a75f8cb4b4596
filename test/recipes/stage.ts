import type { DevToolsPage } from '../drive/browser.ts';
import { launchEngine } from '../drive/launch-engine.ts';
import type { Browser } from '../drive/page.ts';
import { type Stack, startStack } from '../whole/stack.ts';
import { type PortalPage, startPortal } from './portal.ts';
import { type Recipe, readRecipe } from './recipe.ts';
import { WATCH_WORKERS } from './seen.ts';

const DOMAIN = 'test';

/** The site of the recipes. */
const SITE = { id: 'danang-portal', name: 'Cổng thông tin Đà Nẵng', province: '48' };

/** A site that the portal does not speak for. */
const ELSEWHERE = { id: 'hue-portal', name: 'Cổng thông tin Huế', province: '46', origins: ['https://hue.example.vn'] };

/** A collector that serves the published element, two points, and a Chromium that opens pages of a portal of another origin. */
export interface Stage {
  readonly stack: Stack;
  readonly recipe: (page: string) => Recipe;
  readonly open: (page: PortalPage) => Promise<DevToolsPage>;
  readonly close: () => Promise<void>;
}

export const startStage = async (): Promise<Stage> => {
  const portal = await startPortal();
  const origin = portal.origin.replace('127.0.0.1', `portal.${DOMAIN}`);
  const stack = await startStack({ domain: DOMAIN, sites: [{ ...SITE, origins: [origin] }, ELSEWHERE] });
  const browser = (await launchEngine('chromium')) as Browser<DevToolsPage>;
  const points = stack.pointUrls.flatMap((url) => [url, url.replace('http', 'ws')]);
  return {
    stack,
    recipe: (page) => readRecipe(page, { collector: stack.collector, points }),
    open: async (published) => {
      const page = await browser.open(`${origin}/`);
      await page.send('Page.addScriptToEvaluateOnNewDocument', { source: WATCH_WORKERS });
      const url = origin + portal.publish(published);
      await page.send('Page.navigate', { url });
      await page.until(`location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`);
      return page;
    },
    close: async () => {
      await browser.close();
      await portal.close();
      await stack.close();
    },
  };
};
