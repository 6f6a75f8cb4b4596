import { html, nothing } from 'lit';
import { fill } from '../../page/fill.ts';
import type { ProvinceCode } from '../../protocol/province.ts';
import { type Language, UNITS } from '../language.ts';
import type { Picture } from '../picture.ts';
import { type Column, type Order, sorted } from '../table-order.ts';
import { tableRow } from './table-row.ts';
import { axisOf } from './whiskers.ts';

export interface TableActs {
  readonly choose: (province: ProvinceCode) => void;
  readonly sort: (column: Column) => void;
}

/** All provinces with everything the map shows and more. Roles are said: narrow tables fold their rows by `display`, which takes a table's own away. */
export const provincesTable = (picture: Picture, order: Order, language: Language, act: TableActs) => {
  const { rows, choices } = picture;
  const { text, period, number, withUnit } = language;
  const { measure } = choices;
  const said = text.table;
  /** A share has no quantiles, and is no column beside itself. */
  const isShare = measure === 'ipv6';
  const axis = axisOf(rows);
  const caption = fill(said.caption, {
    measure: text.measureLong[measure],
    access: text.accessLong[choices.access],
    period: period(choices.period),
  });
  const scale = axis
    ? fill(said.chart, { from: number(axis.from, measure), to: withUnit(axis.to, measure) })
    : said.intervalHead;

  const sortOf = (column: Column) =>
    order.column !== column ? 'none' : order.isDescending ? 'descending' : 'ascending';
  const sortable = (column: Column, name: string, unit?: string) => html`
    <th scope="col" role="columnheader" class=${column} aria-sort=${sortOf(column)}>
      <button class="sort" type="button" data-sort=${column} @click=${() => act.sort(column)}>
        <span>${name}${unit ? html` <small>${unit}</small>` : nothing}</span>
        <svg class="arrow" viewBox="0 0 10 14" aria-hidden="true">
          <path d="M5 1l4 5H1z" />
          <path d="M5 13l4-5H1z" />
        </svg>
      </button>
    </th>
  `;
  const plain = (kind: string, name: unknown) => html`<th scope="col" role="columnheader" class=${kind}>${name}</th>`;

  return html`
    <section class="all" part="table" aria-labelledby="all">
      <h3 id="all">${said.title}</h3>
      <p class="fine">${caption} ${said.hint}</p>
      <table role="table" aria-labelledby="all">
        <thead role="rowgroup">
          <tr role="row">
            ${sortable('province', said.province)} ${sortable('value', text.measure[measure], UNITS[measure])}
            ${plain('interval', said.intervalHead)} ${plain('plot', html`<span class="quiet">${scale}</span>`)}
            ${isShare ? nothing : plain('spread', said.spread)} ${sortable('votes', said.votes)}
            ${isShare ? nothing : sortable('ipv6', said.ipv6)} ${sortable('places', said.places)}
            ${sortable('verdict', said.verdict)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${sorted(rows, order).map((row) => tableRow(row, { choices, axis, language, choose: act.choose }))}
        </tbody>
      </table>
    </section>
  `;
};
