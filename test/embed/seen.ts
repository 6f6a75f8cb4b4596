import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from '../drive/page.ts';

/** What a visitor sees of a recipe: how many of each. */
export interface Seen {
  /** Elements with a button that starts the test. */
  readonly tests: number;
  /** Pictures of the old banner. */
  readonly banners: number;
  /** Frames, large enough for the test. */
  readonly frames: number;
}

export const TEST: Seen = { tests: 1, banners: 0, frames: 0 };
export const BANNER: Seen = { tests: 0, banners: 1, frames: 0 };
/** A frame has no fallback of its own: the banner stands below. */
export const FRAME: Seen = { tests: 0, banners: 1, frames: 1 };

const LOOK = `(() => {
  const isSeen = (node, side = 1) => {
    const { width, height } = node?.getBoundingClientRect() ?? { width: 0, height: 0 };
    return width >= side && height >= side;
  };
  const count = (selector, isOne) => [...document.querySelectorAll(selector)].filter(isOne).length;
  return {
    tests: count('i-speed-test', (element) => isSeen(element.shadowRoot?.querySelector('[part~="start"]'))),
    banners: count('img[src="/banner-cu.png"]', (image) => isSeen(image, 100)),
    frames: count('iframe', (frame) => isSeen(frame, 280)),
  };
})()`;

const PATIENCE_MS = 10_000;

/** Once the script is there, the element tries its worker in an idle moment, and gives way to the banner where it fails. */
const SETTLE = `(async () => {
  if (!customElements.get('i-speed-test')) return true;
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  await new Promise((resolve) => requestIdleCallback(resolve));
  await new Promise((resolve) => {
    const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])));
    worker.onmessage = worker.onerror = resolve;
  }).catch(() => undefined);
  await pause(300);
  return true;
})()`;

/** Waits for what is expected, and looks again when nothing more is to come. */
export const assertSees = async (page: Page, expected: Seen, why?: string): Promise<void> => {
  const look = () => page.evaluate<Seen>(LOOK);
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline;) {
    if (isDeepStrictEqual(await look(), expected)) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await page.evaluate(SETTLE);
  assert.deepEqual(await look(), expected, why);
};
