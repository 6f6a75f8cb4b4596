import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { EXAMPLES } from '../../demo/examples/examples.ts';
import { type DevToolsPage, launchBrowser } from '../drive/browser.ts';
import type { Browser } from '../drive/page.ts';
import { serveExamples } from '../shots/serve-scenes.ts';

describe('the numbered examples', () => {
  let browser: Browser<DevToolsPage>;
  let served: Awaited<ReturnType<typeof serveExamples>>;
  before(async () => {
    served = await serveExamples();
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await served.close();
  });

  it('have a number of their own each', () => {
    assert.equal(new Set(EXAMPLES.map(({ n }) => n)).size, EXAMPLES.length);
  });

  it('are all in the list', async () => {
    const page = await browser.open(served.address);
    assert.equal(await page.until(`document.querySelectorAll('li a').length`), EXAMPLES.length);
    await page.close();
  });

  for (const { n, kind, of, source, around } of EXAMPLES)
    it(`${n}: ${kind} ${of} does what it says`, async () => {
      const page = await browser.open(`${served.address}?n=${n}`);
      assert.equal(await page.until('document.documentElement.dataset.example'), 'shown');
      assert.equal(await page.evaluate(`document.querySelector('pre code').textContent`), source);
      // Where the engine is blocked, the webmaster is told so.
      if (around?.engine?.begins === undefined) assert.deepEqual(page.console, []);
      await page.close();
    });
});
