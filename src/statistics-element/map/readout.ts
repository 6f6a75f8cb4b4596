import { html, nothing } from 'lit';
import { fill } from '../../page/fill.ts';
import type { Measure } from '../choices.ts';
import type { Language } from '../language.ts';
import type { Row } from '../rows.ts';
import { intervalSaid, reasonsSaid } from '../said.ts';

/** What is pointed at, written into the sea beside it: a place that covers nothing and never jumps. Ears have it from the province itself. */
export const readout = (row: Row | null, measure: Measure, language: Language) => {
  const { text, format, withUnit, name } = language;
  if (!row) return nothing;
  const { measured, cell, standing } = row;
  const interval = measured && intervalSaid(measured, measure, language);
  const why = standing === 'withheld' ? reasonsSaid(cell!.verdict.reasons, language) : [];
  return html`
    <div class="readout" aria-hidden="true">
      <b>${name(row.name)}</b>
      ${
        measured
          ? html`
              <strong>${withUnit(measured.value, measure)}</strong>
              ${interval ? html`<span>95%: ${interval}</span>` : nothing}
            `
          : html`<em>${text.standing[standing]}</em>${why.map((line) => html`<span>${line}</span>`)}`
      }
      ${cell ? html`<span>${fill(text.votes, { count: format.count(cell.count) })}</span>` : nothing}
    </div>
  `;
};
