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

/** For machines with other work. */
const PATIENCE_MS = 20_000;

/** Runs before the page's own scripts: notes what becomes of the worker that an element tries in an idle moment. */
export const WATCH_WORKERS = `window.verdicts = [];
window.Worker = class extends Worker {
  constructor(...given) {
    super(...given);
    for (const verdict of ['message', 'error'])
      this.addEventListener(verdict, () => verdicts.push(verdict), { once: true });
  }
};`;

/** Whether it is settled if the test gives way to the banner: an element that is alive has tried its worker. */
const SETTLED = `!document.querySelector('i-speed-test')?.shadowRoot || verdicts.length > 0`;

const NEXT_PAINT = `new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(true), 50)))`;

/** Waits for what is expected, and looks again when nothing more is to come. */
export const assertSees = async (page: Page, expected: Seen, why?: string): Promise<void> => {
  const look = () => page.evaluate<Seen>(LOOK);
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline;) {
    if (isDeepStrictEqual(await look(), expected)) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await page.until(SETTLED, PATIENCE_MS);
  await page.evaluate(NEXT_PAINT);
  assert.deepEqual(await look(), expected, why);
};
