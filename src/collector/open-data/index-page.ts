import { html } from 'hono/html';
import type { OpenFile, OpenMonth } from '../../protocol/open-data.ts';
import type { Idiom } from '../shared-page/idiom.ts';
import { type Markup, page } from '../shared-page/page.ts';
import { INDEX_TEXTS, type IndexText } from './index-text.ts';
import { licenceAddress } from './month-metadata.ts';

/** The published months as a page: files with their sizes, the licence, and how to check a number. */
export const indexPage = (months: readonly OpenMonth[], idiom: Idiom): Markup => {
  const text = INDEX_TEXTS[idiom.language];
  return page(idiom, {
    title: text.title,
    description: text.about,
    body: html`<main>
      <h1>${text.title}</h1>
      <p class="perhaps">${text.about}</p>
      ${months.length === 0 ? html`<p class="notice">${text.nothing}</p>` : months.map((each) => month(each, idiom, text))}
      <h2>${text.defend}</h2>
      <ul class="notes">
        ${text.steps.map(([what, command]) => html`<li>${what} <code>${command}</code></li>`)}
      </ul>
      <p class="perhaps">${text.notIn}</p>
    </main>`,
  });
};

const month = ({ month: name, simulated, licence, files }: OpenMonth, idiom: Idiom, text: IndexText): Markup =>
  html`<section>
    <h2 id="${name}">${text.month(name)}</h2>
    ${simulated ? html`<p class="notice">${text.simulated}</p>` : ''}
    <dl class="details">
      ${files.map((file) => row(file, idiom))}
      <div>
        <dt>${text.licence}</dt>
        <dd>${licenceLink(licence)}</dd>
      </div>
    </dl>
  </section>`;

const row = ({ name, path, bytes }: OpenFile, { language }: Idiom): Markup =>
  html`<div>
    <dt><a href="${path}">${name}</a></dt>
    <dd>${sizeOf(bytes, language)}</dd>
  </div>`;

const licenceLink = (licence: string): Markup | string => {
  const address = licenceAddress(licence);
  return /^https?:/.test(address) ? html`<a href="${address}">${licence}</a>` : licence;
};

/** Bytes as people say them, 10⁶ bytes a megabyte. */
const sizeOf = (bytes: number, language: string): string => {
  const [unit, divisor] = bytes < 1e6 ? ['kB', 1e3] : ['MB', 1e6];
  return `${new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(bytes / divisor)}\u00a0${unit}`;
};
