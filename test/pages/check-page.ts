import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DevToolsPage } from '../drive/browser.ts';
import type { Browser } from '../drive/page.ts';

const axe = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');

/** A desk, and phones down to the narrowest that WCAG 1.4.10 asks for. */
const READERS = [
  [1280, 'light'],
  [390, 'dark'],
  [360, 'light'],
  [320, 'light'],
] as const;

/** A page as its readers have it: axe finds nothing, it is never wider than the window, and its console stays empty. */
export const checkPage = async (browser: Browser, address: string, shows = 'true'): Promise<void> => {
  for (const [width, theme] of READERS) {
    const page = (await browser.open(address, { width, height: 900 })) as DevToolsPage;
    await page.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: theme }] });
    await page.until(shows);
    await page.evaluate(`${axe}; true`);
    const violations = await page.evaluate<unknown[]>(
      `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]))`,
    );
    assert.deepEqual(violations, [], `${width} ${theme}`);
    assert.ok(await page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth'), `fits ${width}`);
    assert.deepEqual(
      page.console.filter((line) => !/status of 404/.test(line)),
      [],
    );
    await page.close();
  }
};
