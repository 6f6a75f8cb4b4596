import { html, nothing, type TemplateResult } from 'lit';
import type { Distribution, Statistics } from '../../protocol/statistics.ts';
import type { Answer } from '../answers-controller.ts';
import { distribution } from '../charts/distribution.ts';
import { trend } from '../charts/trend.ts';
import { type Language, UNITS } from '../language.ts';
import { measuredOf } from '../measured.ts';
import { type Picture, rowOf, type Shown } from '../picture.ts';

export interface ChartsModel extends Pick<Picture, 'rows'> {
  readonly choices: Shown;
  readonly place: string;
  readonly trend: Answer<Statistics>;
  /** Null where the measure has none. */
  readonly distribution: Answer<Distribution> | null;
  readonly country: Picture['country'];
  readonly language: Language;
  readonly width: number;
  readonly retry: () => void;
}

/** How the chosen place was in the months before, and what its lines are like. */
export const renderCharts = (model: ChartsModel): TemplateResult => {
  const { choices, place, language, width, rows, country, retry } = model;
  const { text } = language;
  const { measure, province } = choices;
  const drawn = <Value>(answer: Answer<Value>, draw: (value: Value) => unknown, words: Words) => {
    const picture = answer.status === 'here' ? draw(answer.value) : null;
    const instead = { coming: text.loading, failed: text.partFailed, here: words.none }[answer.status];
    return html`
      <figure>
        <h4>${words.title} <small>${unit}</small></h4>
        ${picture}
        <figcaption class="fine">
          ${picture ? words.note : instead}
          ${
            answer.status === 'failed'
              ? html`<button class="link" part="retry" type="button" @click=${retry}>${text.retry}</button>`
              : nothing
          }
        </figcaption>
      </figure>
    `;
  };
  const measured = measuredOf(province === null ? country : rowOf(rows, province).cell, measure);
  const unit = `${text.measure[measure]} (${UNITS[measure]})`;
  return html`
    <div class="charts">
      ${drawn(
        model.trend,
        ({ cells, country: whole }) =>
          trend(
            province === null ? whole : cells.filter((cell) => cell.province === province),
            place,
            choices,
            language,
            width,
          ),
        text.trend,
      )}
      ${
        model.distribution && measured
          ? drawn(
              model.distribution,
              (answer) => distribution(answer, measured, place, choices, language, width),
              text.distribution,
            )
          : nothing
      }
    </div>
  `;
};

type Words = Readonly<Record<'title' | 'note' | 'none', string>>;
