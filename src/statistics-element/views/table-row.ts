import { html, nothing } from 'lit';
import type { ProvinceCode } from '../../protocol/province.ts';
import type { Language } from '../language.ts';
import type { Picture } from '../picture.ts';
import type { Row } from '../rows.ts';
import { intervalSaid, placesSaid, reasonsSaid } from '../said.ts';
import { type Axis, whiskers } from './whiskers.ts';

export interface RowModel {
  readonly choices: Picture['choices'];
  readonly axis: Axis | null;
  readonly language: Language;
  readonly choose: (province: ProvinceCode) => void;
}

/** One province of the table. What it does not have is a dash. */
export const tableRow = (row: Row, { choices, axis, language, choose }: RowModel) => {
  const { text, format, number, name } = language;
  const { measured, cell, standing, code } = row;
  const { measure } = choices;
  const isChosen = code === choices.province;
  const has = measured ? '' : 'none';
  const reasons = standing === 'withheld' ? reasonsSaid(cell!.verdict.reasons, language) : [];
  const share = measured && cell?.ipv6;
  return html`
    <tr role="row" class=${isChosen ? 'chosen' : ''}>
      <th scope="row" role="rowheader" class="province">
        <button class="name" type="button" aria-current=${isChosen ? 'true' : nothing} @click=${() => choose(code)}>
          ${name(row.name)}
        </button>
      </th>
      <td role="cell" class="value ${has}">${measured ? number(measured.value, measure) : '–'}</td>
      <td role="cell" class="interval ${has}" data-name=${text.table.intervalHead}>
        ${(measured && intervalSaid(measured, measure, language)) ?? '–'}
      </td>
      <td role="cell" class="plot">${whiskers(row, axis)}</td>
      ${
        measure === 'ipv6'
          ? nothing
          : html`
              <td role="cell" class="spread ${has}" data-name=${text.table.spread}>
                ${measured ? `${number(measured.p10!, measure)} – ${number(measured.p90!, measure)}` : '–'}
              </td>
            `
      }
      <td role="cell" class="votes" data-name=${text.table.votes}>
        ${format.count(measured?.votes ?? cell?.count ?? 0)}
      </td>
      ${
        measure === 'ipv6'
          ? nothing
          : html`
              <td role="cell" class="ipv6" data-name=${text.table.ipv6}>
                ${share ? format.percent(share.share) : '–'}
              </td>
            `
      }
      <td role="cell" class="places" data-name=${text.table.places}>${placesSaid(row, language) ?? '–'}</td>
      <td role="cell" class="verdict">
        <span class="standing" data-standing=${standing}>${text.standing[standing]}</span>
        ${reasons.length > 0 ? html`<small>${reasons.join('; ')}</small>` : nothing}
      </td>
    </tr>
  `;
};
