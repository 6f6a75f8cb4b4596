import { html } from 'hono/html';
import type { ReachCounts, Report } from '../../protocol/report.ts';
import { KIOSK_HOURS_A_DAY } from '../report/kiosk-uptime.ts';
import { SILENT_AFTER_DAYS } from '../report/report-of.ts';
import type { Markup } from '../shared-page/page.ts';
import type { ReportIdiom } from './report-idiom.ts';

/** Which sites were there, and what came from each. */
export const sitesSection = ({ sites, elsewhere }: Report, { words, count, date }: ReportIdiom): Markup => {
  const said = words.sites;
  const numbers = ({ visits, tests }: ReachCounts) =>
    [visits.shown, tests.finished, tests.counted, tests.voted].map(
      (each) => html`<td class="number">${count(each)}</td>`,
    );
  return html`<h2>${said.heading}</h2>
    <p class="lead">${sites.length === 0 ? said.none : said.lead(count(SILENT_AFTER_DAYS))}</p>
    <table>
      <caption>
        ${said.heading}
      </caption>
      <thead>
        <tr>
          <th scope="col">${said.site}</th>
          <th scope="col" class="number">${said.shown}</th>
          <th scope="col" class="number">${said.tests}</th>
          <th scope="col" class="number">${said.counted}</th>
          <th scope="col" class="number">${said.votes}</th>
        </tr>
      </thead>
      <tbody>
        ${sites.map(
          ({ name, context, presence, lastSeen, versions, reach }) =>
            html`<tr>
              <th scope="row">
                ${name}
                <small
                  ><span class="${presence}">${words.presence[presence]}</span>${detail([
                    ...(context === 'citizen' ? [] : [words.context[context]]),
                    ...(lastSeen === null ? [] : [date(lastSeen)]),
                    ...versions,
                  ])}</small
                >
              </th>
              ${numbers(reach)}
            </tr>`,
        )}
        <tr>
          <th scope="row">${said.elsewhere}</th>
          ${numbers(elsewhere)}
        </tr>
      </tbody>
    </table>`;
};

const detail = (facts: readonly string[]) => facts.map((fact) => ` · ${fact}`).join('');

/** Which kiosks were there, and how much of the time. */
export const kiosksSection = ({ kiosks }: Report, { words, count, share, date }: ReportIdiom): Markup => {
  const said = words.kiosks;
  if (kiosks.length === 0)
    return html`<h2>${said.heading}</h2>
      <p class="lead">${said.none}</p>`;
  return html`<h2>${said.heading}</h2>
    <p class="lead">${said.lead(count(KIOSK_HOURS_A_DAY))}</p>
    <table>
      <caption>
        ${said.heading}
      </caption>
      <thead>
        <tr>
          <th scope="col">${said.kiosk}</th>
          <th scope="col" class="number">${said.uptime}</th>
          <th scope="col" class="number">${said.lastSeen}</th>
          <th scope="col">${said.lastFailure}</th>
        </tr>
      </thead>
      <tbody>
        ${kiosks.map(
          ({ site, kiosk, presence, uptime, lastSeen, lastFailure }) =>
            html`<tr>
              <th scope="row">
                ${kiosk}
                <small>${site} · <span class="${presence}">${words.presence[presence]}</span></small>
              </th>
              <td class="number">${uptime === null ? '–' : share(uptime)}</td>
              <td class="number">${lastSeen === null ? '–' : date(lastSeen)}</td>
              <td>${lastFailure === null ? '–' : words.reason[lastFailure][0]}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
};

/** Which versions of the script are out there. */
export const versionsSection = ({ versions }: Report, { words, count }: ReportIdiom): Markup | string =>
  versions.length === 0
    ? ''
    : html`<h2>${words.versions.heading}</h2>
        <table>
          <caption>
            ${words.versions.heading}
          </caption>
          <thead>
            <tr>
              <th scope="col">${words.versions.version}</th>
              <th scope="col" class="number">${words.sites.shown}</th>
              <th scope="col" class="number">${words.sites.tests}</th>
              <th scope="col" class="number">${words.sites.votes}</th>
            </tr>
          </thead>
          <tbody>
            ${versions.map(
              ({ version, reach }) =>
                html`<tr>
                  <th scope="row">${version}</th>
                  <td class="number">${count(reach.visits.shown)}</td>
                  <td class="number">${count(reach.tests.finished)}</td>
                  <td class="number">${count(reach.tests.voted)}</td>
                </tr>`,
            )}
          </tbody>
        </table>`;
