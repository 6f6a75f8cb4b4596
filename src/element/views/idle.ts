import { html } from 'lit';
import type { Text } from '../locales/text.ts';

export interface IdleModel {
  readonly cost: string;
  readonly onStart: (event: Event) => void;
}

/** Before anything happens: what this is, what it costs, one button. */
export const idle = ({ cost, onStart }: IdleModel, text: Text) => html`
  <section class="idle">
    <div class="lead">
      <h2 tabindex="-1" part="title">${text.title}</h2>
      <p>${text.intro}</p>
    </div>
    <button class="primary big" part="start" type="button" @click=${onStart}>${text.start}</button>
    <p class="fine">${cost}</p>
  </section>
`;
