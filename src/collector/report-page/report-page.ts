import { html } from 'hono/html';
import { COLLECTOR_PATHS, reportPath } from '../../protocol/endpoints.ts';
import type { Report } from '../../protocol/report.ts';
import { type Markup, page } from '../shared-page/page.ts';
import { kiosksSection, sitesSection, versionsSection } from './deployment-section.ts';
import { funnelSection } from './funnel-section.ts';
import { monthsNav } from './months-nav.ts';
import { needsOf } from './needs-of.ts';
import type { ReportIdiom } from './report-idiom.ts';
import { REPORT_STYLE } from './report-style.ts';
import { operatorsSection, samplesSection } from './samples-section.ts';

/** The report as a province sends it: the numbers first, then what is still needed, then where they come from. */
export const reportPage = (report: Report, idiom: ReportIdiom): Markup => {
  const { words, monthName, dayName, provinceName, language } = idiom;
  const { province, month, countedTo, isRunning, simulated } = report;
  const title = words.title(provinceName(province), monthName(month));
  const needs = needsOf(report, idiom);
  const data = `..${reportPath(province)}`;
  return page(idiom, {
    title,
    description: needs[0]!,
    style: REPORT_STYLE,
    query: { month },
    body: html`<main>
        ${simulated ? html`<p class="mark">${words.simulated}</p>` : ''}
        <h1>${words.title(unbroken(provinceName(province)), unbroken(monthName(month)))}</h1>
        <p class="when">${words.countedTo(dayName(countedTo), isRunning)}</p>
        ${monthsNav(report, idiom, allProvinces(report, idiom))} ${mainFigures(report, idiom)}
        <h2>${words.needs.heading}</h2>
        <ul class="needs">
          ${needs.map((sentence) => html`<li>${sentence}</li>`)}
        </ul>
        ${samplesSection(report, idiom)} ${operatorsSection(report, idiom)} ${sitesSection(report, idiom)}
        ${kiosksSection(report, idiom)} ${funnelSection(report, idiom)} ${versionsSection(report, idiom)}
      </main>
      <footer class="foot">
        <p>${words.about}</p>
        <p>
          <a href="${data}.csv?month=${month}&lang=${language}">${words.csv}</a> ·
          <a href="${data}?month=${month}">${words.json}</a>
        </p>
      </footer>`,
  });
};

/** A name that stays on one line. */
const unbroken = (name: string): string => name.replaceAll(' ', '\u00a0');

const allProvinces = ({ month }: Report, { words, language }: ReportIdiom): Markup =>
  html`<a href="..${COLLECTOR_PATHS.reportPages}/?month=${month}&lang=${language}">${words.allProvinces}</a>`;

const mainFigures = ({ samples, needed, sites, kiosks }: Report, { words, count }: ReportIdiom): Markup => {
  const said = words.main;
  const { votes, sources } = samples.all;
  const missing = Math.max(needed.votes - votes, 0);
  const isLive = ({ presence }: { readonly presence: string }) => presence === 'live';
  const figure = (name: string, value: string, whole: string) =>
    html`<div class="metric">
      <dt>${name}</dt>
      <dd><span class="value">${value}</span> <span class="whole">${whole}</span></dd>
    </div>`;
  const part = (items: Report['sites'] | Report['kiosks']) =>
    [count(items.filter(isLive).length), said.of(count(items.length))] as const;
  return html`<h2 class="unseen">${said.heading}</h2>
    <dl class="figures">
      ${figure(said.votes, count(votes), said.of(count(needed.votes)))}
      ${figure(said.missing, count(missing), missing === 0 ? said.enough : '')}
      ${figure(said.sources, count(sources), said.of(count(needed.sources)))} ${figure(said.sites, ...part(sites))}
      ${figure(said.kiosks, ...part(kiosks))}
    </dl>`;
};
