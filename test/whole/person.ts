import type { DevToolsPage } from '../drive/browser.ts';
import type { Page, Place } from '../drive/page.ts';

/** Runs an expression with `card` = the element's shadow root and `element` = the element. */
export const inCard = (expression: string): string =>
  `(() => { const element = document.querySelector('i-speed-test'); const card = element?.shadowRoot; return ${expression}; })()`;

const STILL_MS = 200;
const FOUND_MS = 30_000;

/** Where a button is, once it is there and moves no more: nobody presses what is still moving. */
const untilStill = async (part: string, look: () => Promise<Place | null>): Promise<Place> => {
  let before: Place | null = null;
  for (const from = Date.now(); Date.now() - from < FOUND_MS;) {
    const now = await look();
    if (now && before && now.x === before.x && now.y === before.y) return now;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, STILL_MS));
  }
  throw new Error(`There is no ${part} to press, or it does not keep still.`);
};

/** The middle of a part of the card, brought into view; null while it is not to be seen. */
const middleOf = (part: string): string =>
  inCard(`(() => {
    const button = card?.querySelector('[part~="${part}"]');
    button?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = button?.getBoundingClientRect() ?? { width: 0 };
    return width > 0 ? { x: x + width / 2, y: y + height / 2 } : null;
  })()`);

/** Waits for a part of the card and presses it as a person does: with a trusted click where it is seen. */
export const press = async (page: Page, part: string): Promise<void> =>
  page.click(await untilStill(part, () => page.evaluate<Place | null>(middleOf(part))));

/** The same inside an iframe, which `frame` finds in the page; the page gives it another height each time. */
export const pressInFrame = async (
  page: DevToolsPage,
  { part, frame }: { readonly part: string; readonly frame: string },
): Promise<void> => {
  const look = async (): Promise<Place | null> => {
    const own = await page.evaluateInFrame<Place | null>(middleOf(part));
    const around = await page.evaluate<Place>(`(({ x, y }) => ({ x, y }))(${frame}.getBoundingClientRect())`);
    return own && { x: around.x + own.x, y: around.y + own.y };
  };
  await page.click(await untilStill(part, look));
};

/** The text a person sees in the card. */
export const cardText = (page: Page): Promise<string> =>
  page.evaluate<string>(inCard(`card.querySelector('[part~="card"]')?.innerText ?? ''`));
