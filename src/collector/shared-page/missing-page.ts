import { html } from 'hono/html';
import type { Idiom } from './idiom.ts';
import { type Markup, page } from './page.ts';

/** What people see who followed an address of no result. */
export const missingPage = (idiom: Idiom): Markup => {
  const { title, perhaps } = idiom.text.missing;
  return page(idiom, {
    title,
    description: perhaps[0]!,
    body: html`<main>
      <h1>${title}</h1>
      ${perhaps.map((sentence) => html`<p class="perhaps">${sentence}</p>`)}
    </main>`,
  });
};
