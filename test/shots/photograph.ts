import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Scene, SceneSize } from '../../demo/scenes/scene.ts';
import type { DevToolsPage } from '../drive/browser.ts';
import type { Size } from '../drive/page.ts';
import type { Locale, Sitting, Theme } from './choose-shots.ts';

/** One picture that was taken; `file` below the folder of all. */
export interface Shot {
  readonly scene: Scene;
  readonly size: SceneSize;
  readonly theme: Theme;
  readonly locale: Locale;
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

/** Around the element, as the page of the scenes has it. */
const MARGIN = 16;

/** Higher than any card; a banner's dialog lies over a screen as people have them. */
const PAGE_HEIGHT = 4000;
const SCREEN_HEIGHT = 760;

const viewportOf = ({ layout }: Scene, { width, height }: SceneSize): Size =>
  height === null
    ? { width: width + 2 * MARGIN, height: layout === 'banner' ? SCREEN_HEIGHT : PAGE_HEIGHT }
    : { width, height };

/** Loads a scene and takes its pictures. Rejects with the page's own sentence where the scene did not reach its state. */
export const photograph = async (
  page: DevToolsPage,
  address: string,
  { scene, locale, sizes, themes }: Sitting,
  folder: string,
): Promise<readonly Shot[]> => {
  await resize(page, viewportOf(scene, sizes[0]!));
  const query = new URLSearchParams({ n: String(scene.n), locale });
  await page.send('Page.navigate', { url: `${address}?${query.toString()}` });
  const end = await page.until<string>(
    `location.search === '?${query.toString()}' && document.documentElement.dataset.scene`,
  );
  if (end !== 'reached') throw new Error(`${end} (${locale}; ${address}?${query.toString()})`);
  const shots: Shot[] = [];
  for (const size of sizes) {
    await resize(page, viewportOf(scene, size));
    for (const theme of themes) {
      const box = await arrange(page, size, theme);
      const file = join(scene.layout, `${String(scene.n).padStart(3, '0')}-${size.name}-${theme}-${locale}.png`);
      await save(join(folder, file), await capture(page, box));
      shots.push({ scene, size, theme, locale, file, ...box });
    }
  }
  return shots;
};

const resize = async (page: DevToolsPage, size: Size) => {
  // No picture of a colour on its way to another.
  await page.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value: 'reduce' }] });
  await page.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false });
};

/** Puts the element into its size and the page into its theme; tells what of the page is to be seen. */
const arrange = (page: DevToolsPage, { width, height, size }: SceneSize, theme: Theme): Promise<Size> =>
  page.evaluate<Size>(`(async () => {
    const place = document.querySelector('main');
    const element = place.querySelector('i-speed-test');
    document.documentElement.style.colorScheme = '${theme}';
    ${height === null ? `place.style.width = '${width}px';` : ''}
    ${size === null ? `element.removeAttribute('size');` : `element.setAttribute('size', '${size}');`}
    await element.updateComplete;
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    const fillsScreen = ${height !== null} || element.shadowRoot.querySelector('dialog[open]') !== null;
    const { bottom } = place.getBoundingClientRect();
    return { width: innerWidth, height: fillsScreen ? innerHeight : Math.min(Math.ceil(bottom) + ${MARGIN}, innerHeight) };
  })()`);

const capture = async (page: DevToolsPage, { width, height }: Size): Promise<Buffer> => {
  const clip = { x: 0, y: 0, width, height, scale: 1 };
  const { data } = await page.send('Page.captureScreenshot', { format: 'png', clip, optimizeForSpeed: true });
  return Buffer.from(data as string, 'base64');
};

const save = async (path: string, png: Buffer): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, png);
};
