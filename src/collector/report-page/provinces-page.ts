import { html } from 'hono/html';
import { type ProvinceCode, PROVINCES } from '../../protocol/province.ts';
import { VOTES_NEEDED } from '../../protocol/progress.ts';
import { type Markup, page } from '../shared-page/page.ts';
import { monthAfter, monthBefore } from '../vietnam-calendar.ts';
import type { ReportIdiom } from './report-idiom.ts';
import { REPORT_STYLE } from './report-style.ts';

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
  const link = (to: string, name: string) =>
    html`<a href="?month=${to}&lang=${language}">${name}: ${monthName(to)}</a>`;
  return page(idiom, {
    title,
    description: said.lead,
    style: REPORT_STYLE,
    query: { month },
    body: html`<main>
      ${simulated ? html`<p class="mark">${words.simulated}</p>` : ''}
      <h1>${title}</h1>
      <p class="when">${said.lead}</p>
      <nav class="months" aria-label="${words.months}">
        ${link(monthBefore(month), words.earlier)} ${isRunning ? '' : link(monthAfter(month), words.later)}
      </nav>
      <table>
        <caption>
          ${title}
        </caption>
        <thead>
          <tr>
            <th scope="col">${said.province}</th>
            <th scope="col" class="number">${said.votes}</th>
            <th scope="col" class="number">${said.lacking}</th>
            <th scope="col" class="number">${said.sites}</th>
          </tr>
        </thead>
        <tbody>
          ${PROVINCES.map(([code]) => {
            const votes = votesOf(code);
            const missing = Math.max(VOTES_NEEDED - votes, 0);
            return html`<tr>
              <th scope="row"><a href="${code}?month=${month}&lang=${language}">${provinceName(code)}</a></th>
              <td class="number">${count(votes)}</td>
              <td class="number">
                ${missing > 0 ? html`<span class="lacks">${count(missing)}</span>` : html`<span class="done">${words.samples.enough}</span>`}
              </td>
              <td class="number">${count(sitesOf(code))}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </main>`,
  });
};
