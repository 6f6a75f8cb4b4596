import { html } from 'lit';
import { fill } from '../../page/fill.ts';
import type { Language } from '../language.ts';
import type { Picture } from '../picture.ts';

/** Where the figures are from, and by which rules: what has to stand under every copy of them. */
export const sourceLine = (picture: Picture, collector: string, { text, format, period }: Language) => {
  const { choices, country, rows, validityVersion } = picture;
  const votes = country?.count ?? rows.reduce((sum, { cell }) => sum + (cell?.count ?? 0), 0);
  const source = fill(text.source, {
    host: new URL(collector).host,
    period: period(choices.period),
    access: text.accessLong[choices.access],
    count: format.count(votes),
  });
  return html`
    <p class="source fine" part="source">${source} ${fill(text.rule, { version: validityVersion })} ${text.codes}</p>
  `;
};
