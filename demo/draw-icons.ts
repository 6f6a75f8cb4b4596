// Draws the app's icons as PNG from its two SVGs: `node --import tsx demo/draw-icons.ts`, after one of them has changed.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../test/drive/browser.ts';

const folder = join(import.meta.dirname, 'app');

/** iOS rounds the corners of its icon itself. */
const ICONS = [
  { from: 'icon.svg', to: 'icon-192.png', side: 192 },
  { from: 'icon.svg', to: 'icon-512.png', side: 512 },
  { from: 'icon-maskable.svg', to: 'icon-maskable-512.png', side: 512 },
  { from: 'icon-maskable.svg', to: 'icon-180.png', side: 180 },
] as const;

const browser = await launchBrowser();
for (const { from, to, side } of ICONS) {
  const svg = readFileSync(join(folder, from), 'utf8');
  const html = `<style>body { margin: 0 } svg { display: block; width: ${side}px }</style>${svg}`;
  const page = await browser.open(`data:text/html;base64,${Buffer.from(html).toString('base64')}`, {
    width: side,
    height: side,
  });
  await page.send('Emulation.setDefaultBackgroundColorOverride', { color: { r: 0, g: 0, b: 0, a: 0 } });
  writeFileSync(join(folder, to), await page.screenshot());
  await page.close();
}
await browser.close();
