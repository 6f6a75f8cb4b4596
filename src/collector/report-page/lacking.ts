import { html } from 'hono/html';
import type { Markup } from '../shared-page/page.ts';
import type { ReportIdiom } from './report-idiom.ts';

/** How many votes are still needed, or that there are enough. */
export const lacking = (votes: number, { words, count }: ReportIdiom): Markup =>
  votes > 0
    ? html`<span class="lacks">${count(votes)}</span>`
    : html`<span class="done">${words.samples.enough}</span>`;
