// `npm run shots`: pictures of every scene, and sheets of them to look at. See USAGE.
import { rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type DevToolsPage, launchBrowser } from '../drive/browser.ts';
import type { Browser } from '../drive/page.ts';
import { chooseSittings, type Sitting } from './choose-shots.ts';
import { type Sheet, sheetsOf, writeSheets } from './contact-sheets.ts';
import { photograph, type Shot } from './photograph.ts';
import { serveScenes } from './serve-scenes.ts';

const USAGE = `npm run shots -- [--scene 17]… [--layout card|banner|kiosk] [--size 420] [--theme light|dark] [--locale vi|en] [--png] [--out shots]`;

/** Tabs at once: two keep two cores busy. */
const TABS = 2;

const takeAll = async (
  browser: Browser<DevToolsPage>,
  sittings: readonly Sitting[],
  folder: string,
): Promise<{ readonly shots: readonly Shot[]; readonly complaints: readonly string[] }> => {
  const shots: Shot[] = [];
  const complaints: string[] = [];
  const waiting = [...sittings];
  const work = async () => {
    const scenes = await serveScenes(); // an origin of its own: in one, a test waits for those of other tabs
    const page = await browser.open('data:text/html,');
    await page.send('Emulation.setFocusEmulationEnabled', { enabled: true }); // a tab behind another paints no frames
    const still = [{ name: 'prefers-reduced-motion', value: 'reduce' }]; // nothing is on its way to another colour
    await page.send('Emulation.setEmulatedMedia', { features: still });
    for (let sitting = waiting.shift(); sitting; sitting = waiting.shift())
      try {
        shots.push(...(await photograph(page, scenes.address, sitting, folder)));
      } catch (error) {
        complaints.push((error as Error).message);
      }
    await page.close();
    await scenes.close();
  };
  await Promise.all(Array.from({ length: TABS }, work));
  return { shots, complaints };
};

/** Each sheet as one picture too, for whoever has no browser at hand. */
const photographSheets = async (browser: Browser<DevToolsPage>, sheets: readonly Sheet[], folder: string) => {
  const page = await browser.open('data:text/html,');
  for (const { name, size } of sheets) {
    await page.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false });
    const { href } = pathToFileURL(join(folder, `${name}.html`));
    await page.send('Page.navigate', { url: href });
    await page.until(`location.href === '${href}' && document.readyState === 'complete'`);
    await writeFile(join(folder, `${name}.png`), await page.screenshot());
  }
  await page.close();
};

const { values } = parseArgs({
  options: {
    scene: { type: 'string', multiple: true },
    layout: { type: 'string' },
    size: { type: 'string' },
    theme: { type: 'string' },
    locale: { type: 'string' },
    png: { type: 'boolean', default: false },
    out: { type: 'string', default: 'shots' },
  },
});
const sittings = chooseSittings(values);
if (sittings.length === 0) {
  console.error(`Nothing is like that. ${USAGE}`);
  process.exit(2);
}
const folder = resolve(values.out);
rmSync(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const from = performance.now();
const browser = await launchBrowser(['--disable-renderer-backgrounding', '--disable-backgrounding-occluded-windows']);
try {
  const { shots, complaints } = await takeAll(browser, sittings, folder);
  const sheets = sheetsOf(shots);
  await writeSheets(folder, sheets);
  if (values.png) await photographSheets(browser, sheets, folder);
  const seconds = Math.round((performance.now() - from) / 1000);
  console.log(`${shots.length} shots on ${sheets.length} sheets in ${seconds} s: ${join(folder, 'index.html')}`);
  for (const complaint of complaints) console.error(complaint);
  if (complaints.length > 0) process.exitCode = 1;
} finally {
  await browser.close();
}
