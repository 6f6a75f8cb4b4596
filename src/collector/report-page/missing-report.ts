import { html } from 'hono/html';
import { type Markup, page } from '../shared-page/page.ts';
import type { ReportIdiom } from './report-idiom.ts';
import { REPORT_STYLE } from './report-style.ts';

/** What people see who asked for no province, or for no month that has been. */
export const missingReport = (wrong: 'province' | 'month', idiom: ReportIdiom): Markup => {
  const { missing, allProvinces } = idiom.words;
  return page(idiom, {
    title: missing.title,
    description: missing[wrong],
    style: REPORT_STYLE,
    body: html`<main>
      <h1>${missing.title}</h1>
      <p class="perhaps">${missing[wrong]}</p>
      <p class="perhaps"><a href="./">${allProvinces}</a></p>
    </main>`,
  });
};
