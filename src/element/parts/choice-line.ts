import { html } from 'lit';
import type { Access } from '../../protocol/access.ts';
import type { Text } from '../locales/text.ts';

export interface ChoiceLineModel {
  /** In the reader's language; null where nobody has said. */
  readonly provinceName: string | null;
  readonly access: Access | null;
  readonly onChange: () => void;
}

/** Where and how this device is connected, as far as it was said, and the way to say otherwise. Asks nothing. */
export const choiceLine = ({ provinceName, access, onChange }: ChoiceLineModel, text: Text) => html`
  <p class="fine choices" part="choices">
    <span>${provinceName ?? text.noProvince}</span>
    <span aria-hidden="true">·</span>
    <span>${access ? text.access[access] : text.noAccess}</span>
    <button class="link" part="change" type="button" @click=${onChange}>${text.change}</button>
  </p>
`;
