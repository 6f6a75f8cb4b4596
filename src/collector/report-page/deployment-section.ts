import { html } from 'hono/html';
import type { ReachCounts, Report } from '../../protocol/report.ts';
import { KIOSK_HOURS_A_DAY } from '../report/kiosk-uptime.ts';
import { SILENT_AFTER_DAYS } from '../report/report-of.ts';
import type { Markup } from '../shared-page/page.ts';
import type { ReportIdiom } from './report-idiom.ts';
import { column, numbers, type Row, table } from './table.ts';

/** Which sites were there, and what came from each. */
export const sitesSection = ({ sites, elsewhere }: Report, { words, count, date }: ReportIdiom): Markup => {
  const said = words.sites;
  const counts = ({ visits, tests }: ReachCounts) =>
    [visits.shown, tests.finished, tests.counted, tests.voted].map((each) => count(each));
  return html`<h2>${said.heading}</h2>
    <p class="lead">${sites.length === 0 ? said.none : said.lead(count(SILENT_AFTER_DAYS))}</p>
    ${table(
      said.heading,
      [column(said.site), numbers(said.shown), numbers(said.tests), numbers(said.counted), numbers(said.votes)],
      [
        ...sites.map(({ name, context, presence, lastSeen, versions, reach }): Row => {
          const state = html`<span class="${presence}">${words.presence[presence]}</span>`;
          const details = [
            ...(context === 'citizen' ? [] : [words.context[context]]),
            ...(lastSeen === null ? [] : [date(lastSeen)]),
            ...versions,
          ];
          return [html`${name} <small>${state}${details.map((detail) => ` · ${detail}`)}</small>`, ...counts(reach)];
        }),
        [said.elsewhere, ...counts(elsewhere)],
      ],
      'long',
    )}`;
};

/** Which kiosks were there, and how much of the time. */
export const kiosksSection = ({ kiosks }: Report, { words, count, share, date }: ReportIdiom): Markup => {
  const said = words.kiosks;
  if (kiosks.length === 0)
    return html`<h2>${said.heading}</h2>
      <p class="lead">${said.none}</p>`;
  return html`<h2>${said.heading}</h2>
    <p class="lead">${said.lead(count(KIOSK_HOURS_A_DAY))}</p>
    ${table(
      said.heading,
      [column(said.kiosk), numbers(said.uptime), numbers(said.lastSeen), column(said.lastFailure)],
      kiosks.map(({ site, kiosk, presence, uptime, lastSeen, lastFailure }) => [
        html`${kiosk} <small>${site} · <span class="${presence}">${words.presence[presence]}</span></small>`,
        uptime === null ? '–' : share(uptime),
        lastSeen === null ? '–' : date(lastSeen),
        lastFailure === null ? '–' : words.reason[lastFailure][0],
      ]),
      'long',
    )}`;
};

/** Which versions of the script are out there. */
export const versionsSection = ({ versions }: Report, { words, count }: ReportIdiom): Markup | string => {
  const said = words.versions;
  if (versions.length === 0) return '';
  const { shown, tests, votes } = words.sites;
  return html`<h2>${said.heading}</h2>
    ${table(
      said.heading,
      [column(said.version), numbers(shown), numbers(tests), numbers(votes)],
      versions.map(({ version, reach }) => [
        version,
        count(reach.visits.shown),
        count(reach.tests.finished),
        count(reach.tests.voted),
      ]),
    )}`;
};
