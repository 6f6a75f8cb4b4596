import { html, nothing } from 'lit';
import type { Text } from '../locales/text.ts';
import { choiceLine, type ChoiceLineModel } from '../parts/choice-line.ts';

export interface IdleModel extends ChoiceLineModel {
  readonly cost: string;
  /** The saver plan's words, where the line is metered and the page leaves the plan open. */
  readonly saver: string | null;
  readonly isMetered: boolean;
  readonly hasHistory: boolean;
  readonly onStart: (event: Event) => void;
  readonly onStartSaver: (event: Event) => void;
  readonly onHistory: () => void;
}

/** Before anything happens: what this is, what it costs, one button. */
export const idle = (model: IdleModel, text: Text) => html`
  <section class="idle">
    <div class="lead">
      <h2 tabindex="-1" part="title"><slot name="title">${text.title}</slot></h2>
      <p>${text.intro}</p>
    </div>
    <button class="primary big" part="start" type="button" @click=${model.onStart}>${text.start}</button>
    <div class="about">
      ${model.isMetered ? html`<p class="notice" part="metered">${text.metered}</p>` : nothing}
      <p class="fine cost">${model.cost}</p>
      ${
        model.saver === null || !model.isMetered
          ? nothing
          : html`<button part="start-saver" type="button" @click=${model.onStartSaver}>${model.saver}</button>`
      }
      ${choiceLine(model, text)}
      ${
        model.hasHistory
          ? html`<button class="link" part="history" type="button" @click=${model.onHistory}>${text.history}</button>`
          : nothing
      }
    </div>
  </section>
`;
