import { html, nothing } from 'lit';
import type { Text } from '../locales/text.ts';
import { choiceLine, type ChoiceLineModel } from '../parts/choice-line.ts';

export interface AskingModel extends ChoiceLineModel {
  readonly cost: string;
  readonly saver: string | null;
  readonly isMetered: boolean;
  readonly onAgree: (event: Event) => void;
  readonly onAgreeSaver: (event: Event) => void;
  readonly onRefuse: () => void;
}

/** The question before the first test: five short answers, equal choices, nothing ticked beforehand. */
export const asking = (model: AskingModel, text: Text) => {
  const { agree, asking: said, refuse, metered } = text;
  return html`
    <section class="asking" part="consent">
      <h2 tabindex="-1">${said.title}</h2>
      ${model.isMetered ? html`<p class="notice" part="metered">${metered} ${model.cost}</p>` : nothing}
      <dl>
        ${(
          [
            [said.what, said.whatLong],
            [said.never, said.neverLong],
            [said.why, said.whyLong],
            [said.keep, said.keepLong],
            [said.data, model.cost],
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
        <button class="primary" part="agree" type="button" @click=${model.onAgree}>${agree}</button>
        ${
          model.saver === null
            ? nothing
            : html`<button part="agree-saver" type="button" @click=${model.onAgreeSaver}>${model.saver}</button>`
        }
        <button part="refuse" type="button" @click=${model.onRefuse}>${refuse}</button>
      </div>
      ${choiceLine(model, text)}
    </section>
  `;
};
