import { pageHeaders } from '../shared-page/page.ts';
import { pageStyle } from '../shared-page/page-style.ts';

/** Wider than a result's page, and as tables: on a phone each fits its width, on paper each begins its head anew. */
const REPORT = `
.page { max-width: 960px; }
.months { display: flex; justify-content: space-between; flex-wrap: wrap; margin-top: 4px; font-size: 15px; }
.months a { display: inline-block; padding: 8px 0; }
.months span { color: var(--soft); padding: 8px 0; }
.mark { margin-bottom: 16px; padding: 10px 16px; border-radius: 12px; background: var(--fair-back); color: var(--fair); font-weight: 700; }
.figures { display: grid; grid-gap: 12px; gap: 12px; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr)); margin-top: 20px; }
.figures .value { font-size: 32px; letter-spacing: -.02em; white-space: nowrap; }
.figures .whole { color: var(--soft); font-size: 16px; white-space: nowrap; }
main h2 { margin-top: 36px; color: var(--ink); font-size: 20px; font-weight: 700; line-height: 1.3; }
main h3 { margin: 24px 0 0; font-size: 16px; }
.lead { margin-top: 4px; color: var(--soft); font-size: 14px; }
.needs { padding-left: 20px; margin-top: 8px; }
.needs li + li { margin-top: 4px; }
table { width: 100%; margin-top: 12px; border-collapse: collapse; font-size: 15px; line-height: 1.35; font-variant-numeric: tabular-nums; }
th, td { padding: 8px 4px; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
main h2.unseen, caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0); white-space: nowrap; }
thead th { color: var(--soft); font-size: 13px; font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 600; overflow-wrap: anywhere; }
.number { text-align: right; }
td.number { white-space: nowrap; }
th:first-child, td:first-child { padding-left: 0; }
th:last-child, td:last-child { padding-right: 0; }
small { display: block; color: var(--soft); font-size: 13px; font-weight: 400; }
.number small { white-space: nowrap; }
.lacks { color: var(--fair); }
.done, .live { color: var(--good); }
.silent, .absent { color: var(--poor); }
.bar { display: block; width: 100%; height: 5px; margin-top: 5px; border-radius: 3px; background: var(--panel); }
.bar rect { fill: var(--accent); stroke: none; }
@media (min-width: 600px) { th, td { padding: 8px; } table { font-size: 16px; } .bar { max-width: 320px; } }
@media screen and (max-width: 599px) {
  .folds, .folds thead, .folds tbody { display: block; }
  .folds tr { display: flex; flex-wrap: wrap; border-bottom: 1px solid var(--line); }
  .folds th, .folds td { flex: 1 1 0; padding: 8px 0; border: 0; }
  .folds th:first-child { flex: 0 0 100%; padding-bottom: 0; }
}
@media print {
  @page { size: A4; margin: 14mm; }
  :root {
    --accent: #1257d6; --surface: #fff; --panel: #f4f7fc; --ink: #000; --soft: #444; --line: #bbb;
    --good: #0f7038; --fair: #704700; --poor: #b3261e; --good-back: #fff; --fair-back: #fff; --poor-back: #fff;
  }
  body { padding: 0; font-size: 11pt; }
  main { padding: 0; border-radius: 0; }
  .page { max-width: none; }
  .months, .top a, .foot p + p { display: none; }
  table { font-size: 10pt; }
  thead { display: table-header-group; }
  tr, .metric, .needs li { break-inside: avoid; page-break-inside: avoid; }
  h2, h3, .lead { break-after: avoid; page-break-after: avoid; }
  table + .lead { break-before: avoid; break-after: auto; page-break-before: avoid; page-break-after: auto; }
  tbody tr:nth-child(-n + 2), tbody tr:last-child { break-before: avoid; page-break-before: avoid; }
  .figures { grid-template-columns: repeat(5, 1fr); }
  .metric, .mark { border: 1px solid var(--line); }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;

export const REPORT_STYLE = pageStyle(REPORT);

export const REPORT_HEADERS = pageHeaders(REPORT_STYLE);
