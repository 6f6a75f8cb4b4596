import { html } from 'hono/html';
import { type ProvinceCode, PROVINCES } from '../../protocol/province.ts';
import { VOTES_NEEDED } from '../../protocol/progress.ts';
import { type Markup, page } from '../shared-page/page.ts';
import { lacking } from './lacking.ts';
import { monthsNav } from './months-nav.ts';
import type { ReportIdiom } from './report-idiom.ts';
import { REPORT_STYLE } from './report-style.ts';
import { column, numbers, table } from './table.ts';

/** What the list says of each province. */
export interface ProvincesPage {
  readonly month: string;
  readonly isRunning: boolean;
  readonly simulated: boolean;
  readonly votesOf: (province: ProvinceCode) => number;
  readonly sitesOf: (province: ProvinceCode) => number;
}

/** The way to every province's report. */
export const provincesPage = (
  { month, isRunning, simulated, votesOf, sitesOf }: ProvincesPage,
  idiom: ReportIdiom,
): Markup => {
  const { words, monthName, provinceName, count, language } = idiom;
  const said = words.list;
  const title = said.title(monthName(month));
  return page(idiom, {
    title,
    description: said.lead,
    style: REPORT_STYLE,
    query: { month },
    body: html`<main>
      ${simulated ? html`<p class="mark">${words.simulated}</p>` : ''}
      <h1>${title}</h1>
      <p class="when">${said.lead}</p>
      ${monthsNav({ month, isRunning }, idiom)}
      ${table(
        title,
        [column(said.province), numbers(said.votes), numbers(said.lacking), numbers(said.sites)],
        PROVINCES.map(([code]) => {
          const votes = votesOf(code);
          return [
            html`<a href="${code}?month=${month}&lang=${language}">${provinceName(code)}</a>`,
            count(votes),
            lacking(VOTES_NEEDED - votes, idiom),
            count(sitesOf(code)),
          ];
        }),
      )}
    </main>`,
  });
};
