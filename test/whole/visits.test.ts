import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { reportPath } from '../../src/protocol/endpoints.ts';
import type { Report } from '../../src/protocol/report.ts';
import { chosenEngines, nameOf } from '../drive/find-browser.ts';
import { launchEngine, testDomainOf } from '../drive/launch-engine.ts';
import type { Browser, Page } from '../drive/page.ts';
import { servePage } from '../drive/page-server.ts';
import { inCard } from './person.ts';
import { type Stack, startStack } from './stack.ts';

const ARRIVES_MS = 30_000;

for (const engine of chosenEngines())
  describe(`visits in ${nameOf(engine)}`, () => {
    let stack: Stack;
    let browser: Browser;
    let portal: string;
    let closePortal: () => Promise<void>;
    before(async () => {
      const served = await servePage('<!doctype html><title>Cổng thông tin</title><body></body>', {});
      closePortal = served.close;
      const domain = testDomainOf(engine);
      portal = served.origin.replace('127.0.0.1', `portal.${domain}`);
      const site = { id: 'portal', name: 'Cổng', province: '48', origins: [portal] };
      stack = await startStack({ domain, sites: [site] });
      browser = await launchEngine(engine);
    });
    after(async () => {
      await browser.close();
      await stack.close();
      await closePortal();
    });

    const openPortal = async (): Promise<Page> => {
      const page = await browser.open(`${portal}/`);
      await page.evaluate(`(() => {
        const script = document.createElement('script');
        script.src = '${stack.collector}/dist/i-speed-test.min.js';
        document.body.innerHTML = '<i-speed-test collector="${stack.collector}" site="portal" province="48"></i-speed-test>';
        document.body.append(script);
        return true;
      })()`);
      await page.until(inCard(`card?.querySelector('[part~="start"]') && true`));
      // An observer speaks within two frames.
      await page.evaluate(
        `void requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => (window.seen = true)))) ?? true`,
      );
      await page.until('window.seen');
      return page;
    };
    const report = async (): Promise<Report> =>
      (await (await fetch(stack.collectorOrigin() + reportPath('48'))).json()) as Report;
    const untilReported = async (isThere: (report: Report) => boolean): Promise<Report> => {
      for (const from = Date.now(); ; await new Promise((resolve) => setTimeout(resolve, 200))) {
        const now = await report();
        if (isThere(now) || Date.now() - from > ARRIVES_MS) return now;
      }
    };

    it('arrive when the page is left for another one, and are in the province’s report', async () => {
      const page = await openPortal();
      await page.evaluate(`void setTimeout(() => location.assign('about:blank')) ?? true`);
      const { funnel, sites } = await untilReported(({ funnel }) => funnel.visits[0]!.count === 1);
      assert.deepEqual(
        funnel.visits.map(({ count }) => count),
        [1, 0, 0, 0],
      );
      assert.deepEqual(
        sites.map(({ site, presence, versions }) => [site, presence, versions]),
        [['portal', 'live', ['0.1.0']]],
      );
      await page.close();
    });
  });
