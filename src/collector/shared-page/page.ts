import { html, raw } from 'hono/html';
import { GAUGE } from './drawings.ts';
import type { Idiom } from './idiom.ts';
import type { Preview } from './preview-of.ts';
import { type PageStyle, PLAIN_STYLE } from './page-style.ts';

/** Escaped HTML: what `html` makes of its template. */
export type Markup = ReturnType<typeof html>;

/** Whatever a page holds, it runs nothing, loads nothing, is framed by nobody, found by no search engine, and leaves no trace of where people came from. */
export const pageHeaders = ({ source }: PageStyle): Readonly<Record<string, string>> => ({
  'content-security-policy': [
    `default-src 'none'`,
    `style-src ${source}`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
  'cache-control': 'no-cache',
  vary: 'Accept-Language',
});

export const PAGE_HEADERS = pageHeaders(PLAIN_STYLE);

/** What a page says, and how it is known elsewhere. */
export interface PageContent extends Preview {
  readonly body: Markup;
  readonly style?: PageStyle;
  /** What its address asks for beside the language. */
  readonly query?: Readonly<Record<string, string>>;
}

/** A whole page for people: what a message shows of it, and what it says. */
export const page = (
  { language, text }: Idiom,
  { title, description, body, style = PLAIN_STYLE, query = {} }: PageContent,
): Markup =>
  html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f4f7fc" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0a101b" />
        <meta name="format-detection" content="telephone=no" />
        <title>${title}</title>
        <meta name="description" content="${description}" />
        <meta property="og:type" content="website" />
        <meta property="og:site_name" content="${text.service}" />
        <meta property="og:locale" content="${text.openGraphLocale}" />
        <meta property="og:title" content="${title}" />
        <meta property="og:description" content="${description}" />
        ${raw(style.element)}
      </head>
      <body>
        <div class="page">
          <header class="top">
            <p class="service">${GAUGE}${text.service}</p>
            ${elsewhere(text, query)}
          </header>
          ${body}
        </div>
      </body>
    </html>`;

/** The same address in the other language. */
const elsewhere = ({ other }: Idiom['text'], query: Readonly<Record<string, string>>): Markup => {
  const href = `?${String(new URLSearchParams({ ...query, lang: other.language }))}`;
  return html`<a href="${href}" hreflang="${other.language}" lang="${other.language}">${other.name}</a>`;
};
