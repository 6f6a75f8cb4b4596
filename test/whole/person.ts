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

/** The text a person sees in the card. */
export const cardText = (page: Page): Promise<string> =>
  page.evaluate<string>(inCard(`card.querySelector('[part~="card"]')?.innerText ?? ''`));
