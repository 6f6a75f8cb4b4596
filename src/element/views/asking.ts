import { html } from 'lit';
import type { Text } from '../locales/text.ts';

export interface AskingModel {
  readonly cost: string;
  readonly onAgree: (event: Event) => void;
  readonly onRefuse: () => void;
}

/** The question before the first test: five short answers, two equal choices, nothing ticked beforehand. */
export const asking = ({ cost, onAgree, onRefuse }: AskingModel, { agree, asking: said, refuse }: Text) => html`
  <section class="asking" part="consent">
    <h2 tabindex="-1">${said.title}</h2>
    <dl>
      ${(
        [
          [said.what, said.whatLong],
          [said.never, said.neverLong],
          [said.why, said.whyLong],
          [said.keep, said.keepLong],
          [said.data, cost],
        ] as const
      ).map(
        ([question, answer]) => html`
          <div>
            <dt>${question}</dt>
            <dd>${answer}</dd>
          </div>
        `,
      )}
    </dl>
    <div class="buttons">
      <button class="primary" part="agree" type="button" @click=${onAgree}>${agree}</button>
      <button part="refuse" type="button" @click=${onRefuse}>${refuse}</button>
    </div>
  </section>
`;
