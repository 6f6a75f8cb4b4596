import { html } from 'hono/html';
import type { Markup } from '../shared-page/page.ts';
import { monthAfter, monthBefore } from '../vietnam-calendar.ts';
import type { ReportIdiom } from './report-idiom.ts';

/** The ways to the months around, of which none is in the future; `between` stands in their middle. */
export const monthsNav = (
  { month, isRunning }: { readonly month: string; readonly isRunning: boolean },
  { words, monthName, language }: ReportIdiom,
  between: Markup | string = '',
): Markup => {
  const link = (to: string, name: string) =>
    html`<a href="?month=${to}&lang=${language}">${name}: ${monthName(to)}</a>`;
  return html`<nav class="months" aria-label="${words.months}">
    ${link(monthBefore(month), words.earlier)} ${between} ${isRunning ? '' : link(monthAfter(month), words.later)}
  </nav>`;
};
