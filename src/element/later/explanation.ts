import { html, nothing } from 'lit';
import { ENGINE_FLAGS, type Flag } from '../../protocol/flag.ts';
import type { Progress } from '../../protocol/progress.ts';
import type { Result } from '../../protocol/result.ts';
import type { Format } from '../../page/format.ts';
import type { FullText } from '../locales/more-text.ts';
import { comparison } from './comparison.ts';
import { underLoad } from './under-load.ts';
import { uses } from './uses.ts';

export interface ExplanationModel {
  readonly result: Result;
  readonly pointName: string | null;
  /** Of the province the result counts for; null where there is none. */
  readonly provinceName: string | null;
  /** How that province stands; null where nobody can tell. */
  readonly progress: Progress | null;
  readonly format: Format;
}

/** What the numbers mean. */
export const explanation = (model: ExplanationModel, text: FullText) => html`
  ${uses(model.result, text)} ${underLoad(model.result.latency, model.format, text)} ${comparison(model, text)}
  ${ipv6(model.result, text)} ${details(model, text)} ${notes(model.result.flags, text)}
`;

const ipv6 = ({ ipv6: { ability } }: Result, text: FullText) => {
  const state = ability === null ? 'unknown' : ability === 'works' ? 'works' : 'fails';
  return html`
    <div class="ipv6" data-state=${state}>
      <p class="name">${text.ipv6[state].title}</p>
      <p>${text.ipv6[state].meaning}</p>
    </div>
  `;
};

const details = ({ result, pointName, format }: ExplanationModel, text: FullText) => {
  const { point, operator, ipFamily, download, upload, lossRatio } = result;
  const rows: readonly (readonly [string, string | null])[] = [
    [text.operator, operator && operator.name],
    [text.connection, ipFamily && text.family[ipFamily]],
    [text.point, point && `${pointName ?? point.id} (${text.scope[point.scope]})`],
    [text.loss, lossRatio === null ? null : format.percent(lossRatio)],
    [text.dataUsed, format.bytes((download?.bytes ?? 0) + (upload?.bytes ?? 0))],
  ];
  return html`
    <h3>${text.details}</h3>
    <dl class="details">
      ${rows.map(([name, value]) =>
        value === null
          ? nothing
          : html`
              <div>
                <dt>${name}</dt>
                <dd>${value}</dd>
              </div>
            `,
      )}
    </dl>
  `;
};

const notes = (flags: readonly Flag[], text: FullText) => {
  const sentences = ENGINE_FLAGS.filter((flag) => flags.includes(flag)).map((flag) => text.flag[flag]);
  return sentences.length === 0
    ? nothing
    : html`
        <h3>${text.notes}</h3>
        <ul class="notes">
          ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
        </ul>
      `;
};
