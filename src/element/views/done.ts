import { html } from 'lit';
import type { Text } from '../locales/text.ts';

/** The result as one sentence, where what shows it properly could not be fetched, or has yet to come. */
export const done = (
  { sentence, onAgain }: { readonly sentence: string; readonly onAgain: (event: Event) => void },
  text: Text,
) => html`
  <section class="done" part="result">
    <h2 tabindex="-1">${text.finished}</h2>
    <p>${sentence}</p>
    <div class="buttons">
      <button class="primary" part="again" type="button" @click=${onAgain}>${text.again}</button>
    </div>
  </section>
`;
