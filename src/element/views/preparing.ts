import { html } from 'lit';
import type { RunningModel } from '../later/running.ts';
import type { Text } from '../locales/text.ts';

/** A run whose dial has yet to come, or could not be fetched. */
export const preparing = ({ onCancel }: RunningModel, text: Text) => html`
  <section>
    <h2 tabindex="-1">${text.preparing}</h2>
    <button part="cancel" type="button" @click=${onCancel}>${text.cancel}</button>
  </section>
`;
