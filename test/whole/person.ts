import assert from 'node:assert/strict';
import type { DevToolsPage } from '../drive/browser.ts';
import type { Page, Place } from '../drive/page.ts';

/** Runs an expression with `card` = the element's shadow root and `element` = the element. */
export const inCard = (expression: string): string =>
  `(() => { const element = document.querySelector('i-speed-test'); const card = element?.shadowRoot; return ${expression}; })()`;

/** Waits for a part of the card and presses it as a person does: with a trusted click where it is seen. */
export const press = async (page: Page, part: string): Promise<void> => {
  const found = inCard(`(() => {
    const button = card?.querySelector('[part~="${part}"]');
    if (!button) return null;
    button.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = button.getBoundingClientRect();
    return width > 0 ? { x: x + width / 2, y: y + height / 2 } : null;
  })()`);
  await page.click(await page.until<Place>(found));
};

const STILL_MS = 200;
const FOUND_MS = 10_000;

/** The same inside an iframe, which `frame` finds in the page; where neither moves, for the page gives it another height each time. */
export const pressInFrame = async (
  page: DevToolsPage,
  { part, frame }: { readonly part: string; readonly frame: string },
): Promise<void> => {
  const inside = inCard(`(() => {
    const button = card?.querySelector('[part~="${part}"]');
    button?.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = button?.getBoundingClientRect() ?? { width: 0 };
    return width > 0 ? { x: x + width / 2, y: y + height / 2 } : null;
  })()`);
  const outside = `(({ x, y }) => ({ x, y }))(${frame}.getBoundingClientRect())`;
  let place: Place | null = null;
  for (const from = Date.now(); ;) {
    assert.ok(Date.now() - from < FOUND_MS, `there is no ${part} in the iframe`);
    const own = await page.evaluateInFrame<Place | null>(inside);
    const around = await page.evaluate<Place>(outside);
    const seen: Place | null = own && { x: around.x + own.x, y: around.y + own.y };
    if (seen && place && seen.x === place.x && seen.y === place.y) break;
    place = seen;
    await new Promise((resolve) => setTimeout(resolve, STILL_MS));
  }
  await page.click(place);
};

/** The text a person sees in the card. */
export const cardText = (page: Page): Promise<string> =>
  page.evaluate<string>(inCard(`card.querySelector('[part~="card"]')?.innerText ?? ''`));
