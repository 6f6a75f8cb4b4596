import { html, nothing } from 'lit';
import { fill } from '../../page/fill.ts';
import { type Choices, MEASURES } from '../choices.ts';
import { type Language, UNITS } from '../language.ts';
import { measuredOf } from '../measured.ts';
import { chosenCell, type Picture } from '../picture.ts';
import { intervalSaid } from '../said.ts';

/** The four figures of the chosen place, and with them the choice of what map, table and curves show. */
export const figures = (
  picture: Picture,
  language: Language,
  act: { readonly choose: (change: Partial<Choices>) => void },
) => {
  const { text, number } = language;
  const cell = chosenCell(picture);
  const tile = (measure: Choices['measure']) => {
    const measured = measuredOf(cell, measure);
    const interval = measured && intervalSaid(measured, measure, language);
    const unit = measured && measure !== 'ipv6' ? html` <small>${UNITS[measure]}</small>` : nothing;
    return html`
      <label class="tile">
        <input
          type="radio"
          name="measure"
          value=${measure}
          .checked=${measure === picture.choices.measure}
          @change=${() => act.choose({ measure })}
        />
        <span class="tile-name">${text.measure[measure]}</span>
        <span class="tile-value">${measured ? number(measured.value, measure) : '–'}${unit}</span>
        <span class="tile-more">
          ${interval ?? (measured ? fill(text.votes, { count: language.format.count(measured.votes) }) : text.standing.withheld)}
        </span>
      </label>
    `;
  };
  return html`
    <fieldset class="figures" part="figures">
      <legend class="quiet">${text.choose.measure}</legend>
      ${MEASURES.map(tile)}
    </fieldset>
  `;
};
