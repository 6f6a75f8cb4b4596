import { html, nothing, svg } from 'lit';
import { fill } from '../../page/fill.ts';
import type { ProvinceCode } from '../../protocol/province.ts';
import { type Language, UNITS } from '../language.ts';
import type { Picture } from '../picture.ts';
import type { Row } from '../rows.ts';
import { intervalSaid, placesSaid, reasonsSaid } from '../said.ts';
import { type Column, type Order, sorted } from '../table-order.ts';

export interface TableActs {
  readonly choose: (province: ProvinceCode) => void;
  readonly sort: (column: Column) => void;
}

/** All provinces with everything the map shows and more. Roles are said: narrow tables fold their rows by `display`, which takes a table's own away. */
export const provincesTable = (picture: Picture, order: Order, language: Language, act: TableActs) => {
  const { rows, choices } = picture;
  const { text, format, period } = language;
  const { measure } = choices;
  const said = text.table;
  const hasIntervals = measure !== 'ipv6';
  const caption = fill(said.caption, {
    measure: text.measureLong[measure],
    access: text.accessLong[choices.access],
    period: period(choices.period),
  });

  const sortable = (column: Column, name: string, unit?: string) => html`
    <th
      scope="col"
      role="columnheader"
      class=${column}
      aria-sort=${order.column === column ? (order.isDescending ? 'descending' : 'ascending') : 'none'}
    >
      <button class="sort" type="button" data-sort=${column} @click=${() => act.sort(column)}>
        <span>${name}${unit ? html` <small>${unit}</small>` : nothing}</span>
        <svg class="arrow" viewBox="0 0 10 14" aria-hidden="true">
          <path d="M5 1l4 5H1z" />
          <path d="M5 13l4-5H1z" />
        </svg>
      </button>
    </th>
  `;
  const plain = (name: string, kind: string) => html`<th scope="col" role="columnheader" class=${kind}>${name}</th>`;

  const figure = (row: Row) => {
    const { measured } = row;
    if (!measured)
      return html`<td role="cell" class="value none">–</td>
        ${hasIntervals ? noInterval : nothing}`;
    const cells = html`<td role="cell" class="value">${language.number(measured.value, measure)}</td>`;
    if (!hasIntervals) return cells;
    return html`
      ${cells}
      <td role="cell" class="interval" data-name=${said.intervalHead}>
        ${intervalSaid(measured, measure, language) ?? '–'}
      </td>
      <td role="cell" class="plot">${whiskers(row, axis)}</td>
      <td role="cell" class="spread" data-name=${said.spread}>
        ${language.number(measured.p10!, measure)} – ${language.number(measured.p90!, measure)}
      </td>
    `;
  };
  const noInterval = html`
    <td role="cell" class="interval none">–</td>
    <td role="cell" class="plot"></td>
    <td role="cell" class="spread none">–</td>
  `;

  const verdict = ({ standing, cell }: Row) => {
    const reasons = standing === 'withheld' ? reasonsSaid(cell!.verdict.reasons, language) : [];
    return html`
      <td role="cell" class="verdict">
        <span class="standing" data-standing=${standing}>${text.standing[standing]}</span>
        ${reasons.length > 0 ? html`<small>${reasons.join('; ')}</small>` : nothing}
      </td>
    `;
  };

  const axis = axisOf(rows);
  const line = (row: Row) => html`
    <tr role="row" class=${row.code === choices.province ? 'chosen' : ''}>
      <th scope="row" role="rowheader" class="province">
        <button
          class="name"
          type="button"
          aria-current=${row.code === choices.province ? 'true' : nothing}
          @click=${() => act.choose(row.code)}
        >
          ${language.name(row.name)}
        </button>
      </th>
      ${figure(row)}
      <td role="cell" class="votes" data-name=${said.votes}>${format.count(row.cell?.count ?? 0)}</td>
      ${
        hasIntervals
          ? html`
              <td role="cell" class="ipv6" data-name=${said.ipv6}>
                ${row.measured && row.cell?.ipv6Share != null ? format.percent(row.cell.ipv6Share) : '–'}
              </td>
              <td role="cell" class="places" data-name=${said.places}>${placesSaid(row, language) ?? '–'}</td>
            `
          : nothing
      }
      ${verdict(row)}
    </tr>
  `;

  return html`
    <section class="all" part="table" aria-labelledby="all">
      <h3 id="all">${said.title}</h3>
      <p class="fine">${caption}${hasIntervals ? html` ${said.hint}` : nothing}</p>
      <div class="scroll">
        <table role="table" aria-labelledby="all">
          <thead role="rowgroup">
            <tr role="row">
              ${sortable('province', said.province)} ${sortable('value', text.measure[measure], UNITS[measure])}
              ${
                hasIntervals
                  ? html`${plain(said.intervalHead, 'interval')}
                      <th scope="col" role="columnheader" class="plot">
                        <span class="quiet"
                          >${
                            axis
                              ? fill(said.chart, {
                                  from: language.number(axis.from, measure),
                                  to: language.withUnit(axis.to, measure),
                                })
                              : said.intervalHead
                          }</span
                        >
                      </th>
                      ${plain(said.spread, 'spread')}`
                  : nothing
              }
              ${sortable('votes', said.votes)}
              ${hasIntervals ? html`${sortable('ipv6', said.ipv6)} ${sortable('places', said.places)}` : nothing}
              ${sortable('verdict', said.verdict)}
            </tr>
          </thead>
          <tbody role="rowgroup">
            ${sorted(rows, order).map(line)}
          </tbody>
        </table>
      </div>
    </section>
  `;
};

interface Axis {
  readonly from: number;
  readonly to: number;
}

/** One axis for all rows, from the least to the highest bound of the intervals. */
const axisOf = (rows: readonly Row[]): Axis | null => {
  const bounds = rows.flatMap(({ measured }) =>
    measured?.interval ? [measured.interval.low, measured.interval.high] : [],
  );
  return bounds.length === 0 ? null : { from: Math.min(...bounds), to: Math.max(...bounds) };
};

/** The interval as a bar with the median in it, on the axis of the whole column: what parts can be seen. */
const whiskers = ({ measured }: Row, axis: Axis | null) => {
  if (!measured?.interval || !axis) return nothing;
  const at = (value: number) => (2 + (96 * (value - axis.from)) / (axis.to - axis.from || 1)).toFixed(1);
  const { low, high } = measured.interval;
  return html`
    <svg class="whiskers" viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">
      ${svg`<path class="grid" d="M0 8h100" /><path class="bar" d="M${at(low)} 8H${at(high)}" /><path class="dot" d="M${at(measured.value)} 8h0" />`}
    </svg>
  `;
};
