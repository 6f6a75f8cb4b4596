import { createHash } from 'node:crypto';

/**
 * How the pages for people look: the element's colours, in plain rules that browsers of 2017 know. Without custom properties or grid
 * the page is still one readable column.
 */
const STYLE = `
:root {
  color-scheme: light dark;
  --accent: #1257d6; --upload: #0a7868; --back: #f4f7fc; --surface: #fff; --panel: #f4f7fc;
  --ink: #0f1a2e; --soft: #56627a; --line: #dde4ef; --shadow: rgba(15, 26, 46, .07);
  --good: #0f7038; --good-back: #edf7f1; --fair: #855400; --fair-back: #fdf6e7; --poor: #b3261e; --poor-back: #fdf0ef;
}
@media (prefers-color-scheme: dark) {
  :root {
    --accent: #86b4ff; --upload: #55d6bd; --back: #0a101b; --surface: #111927; --panel: #192335;
    --ink: #eef3fb; --soft: #a9b6cc; --line: #2b3852; --shadow: transparent;
    --good: #6bd897; --good-back: #12281f; --fair: #f2be62; --fair-back: #2a2314; --poor: #ffa199; --poor-back: #321b1e;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; padding: 16px; background: var(--back); color: var(--ink); overflow-wrap: break-word;
  font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
}
h1, h2, p, dl, dd, ul { margin: 0; padding: 0; }
a { color: var(--accent); text-underline-offset: 3px; }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 4px; }
svg { display: block; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.page { max-width: 720px; margin: 0 auto; }
.top { display: flex; align-items: center; justify-content: space-between; padding: 4px 4px 16px; }
.service { display: flex; align-items: center; font-weight: 600; }
.service svg { width: 24px; height: 24px; margin-right: 8px; color: var(--accent); }
.top a { display: block; padding: 8px 0; font-size: 15px; }
main {
  padding: 24px 20px; border: 1px solid var(--line); border-radius: 20px; background: var(--surface);
  box-shadow: 0 12px 40px var(--shadow);
}
h1, .check h2, .perhaps { text-wrap: balance; }
h1 { font-size: 24px; line-height: 1.25; letter-spacing: -.01em; }
.when { margin-top: 4px; color: var(--soft); }
.when span { display: inline-block; }
h2 { margin-top: 28px; color: var(--soft); font-size: 14px; font-weight: 600; }
.notice { margin-top: 16px; padding: 12px 16px; border-radius: 12px; background: var(--panel); }
.metrics { display: grid; grid-gap: 12px; gap: 12px; margin-top: 8px; }
.rates { grid-template-columns: 1fr 1fr; margin-top: 20px; }
.latencies { grid-template-columns: 1fr 1fr 1fr; }
.metric { min-width: 0; padding: 12px 14px; border-radius: 14px; background: var(--panel); }
.metric dt { color: var(--soft); font-size: 14px; }
.metric .value { font-size: 22px; font-weight: 700; line-height: 1.25; font-variant-numeric: tabular-nums; }
.metric .unit, .metric .note, .metric .absent { color: var(--soft); font-size: 14px; }
.metric .note { display: block; line-height: 1.35; }
.rates .metric { padding: 16px; }
.rates dt { display: flex; align-items: center; font-size: 16px; font-weight: 700; }
.rates dt svg { width: 20px; height: 20px; margin-right: 6px; }
.rates .download dt { color: var(--accent); }
.rates .upload dt { color: var(--upload); }
.rates .value { display: block; font-size: 38px; line-height: 1.2; letter-spacing: -.025em; }
.rates .unit { display: block; font-size: 16px; }
.rates.of-contradicted .value { color: var(--soft); font-weight: 400; }
.rates .note { margin-top: 6px; }
.check { margin-top: 16px; padding: 16px 18px 18px; border-radius: 16px; }
.check h2 { display: flex; align-items: center; margin: 0; color: inherit; font-size: 17px; font-weight: 700; line-height: 1.3; }
.check svg { flex: none; width: 28px; height: 28px; margin-right: 10px; }
.check p { margin-top: 8px; color: var(--ink); }
.check .fine { color: var(--soft); font-size: 14px; }
.confirmed { background: var(--good-back); color: var(--good); }
.unconfirmed { background: var(--fair-back); color: var(--fair); }
.contradicted { background: var(--poor-back); color: var(--poor); }
.details { margin-top: 8px; border-top: 1px solid var(--line); }
.details div { display: flex; justify-content: space-between; padding: 10px 0; border-bottom: 1px solid var(--line); }
.details dt { flex: none; color: var(--soft); }
.details dd { min-width: 0; padding-left: 24px; font-weight: 600; text-align: right; }
.details .id { display: block; }
.details .id dd { padding: 0; color: var(--soft); font-size: 14px; font-weight: 400; text-align: left; word-break: break-all; }
.notes { padding-left: 20px; margin-top: 8px; }
.notes li + li { margin-top: 4px; }
.perhaps { margin-top: 12px; color: var(--soft); }
.foot { padding: 20px 4px 8px; color: var(--soft); font-size: 14px; }
.foot p + p { margin-top: 4px; }
@media (max-width: 339px) {
  .rates, .latencies { grid-template-columns: 1fr; }
  .rates .value, .rates .unit { display: inline; }
  .latencies .metric { display: flex; align-items: baseline; justify-content: space-between; }
}
@media (min-width: 600px) {
  body { padding: 32px 24px; }
  main { padding: 36px 40px; }
  h1 { font-size: 30px; }
  .rates .metric { padding: 20px 24px; }
  .rates .value { display: inline; font-size: 52px; }
  .rates .unit { display: inline; margin-left: 4px; }
  .check { padding: 20px 24px 22px; }
}
@media (forced-colors: active) { .metric, .check, .notice { border: 1px solid; } }
@media print {
  body { background: none; }
  main { border: 0; box-shadow: none; }
  .top a { display: none; }
  h2, h2 + .notice { break-after: avoid; page-break-after: avoid; }
  .details div { break-inside: avoid; page-break-inside: avoid; }
  .details div:first-child { break-before: avoid; page-break-before: avoid; }
}
`;

/** A style as it stands in a page, and the `style-src` that lets it in and no other (CSP 3, 2.3.1): a hash over what is between its tags, to the byte. */
export interface PageStyle {
  readonly element: string;
  readonly source: string;
}

/** The style of all pages, and `more` for one kind of them. */
export const pageStyle = (more = ''): PageStyle => ({
  element: `<style>${STYLE}${more}</style>`,
  source: `'sha256-${createHash('sha256')
    .update(STYLE + more)
    .digest('base64')}'`,
});

export const PLAIN_STYLE = pageStyle();
