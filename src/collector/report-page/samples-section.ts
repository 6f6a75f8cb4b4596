import { html } from 'hono/html';
import { ACCESSES } from '../../protocol/access.ts';
import type { Report, Sample } from '../../protocol/report.ts';
import type { Markup } from '../shared-page/page.ts';
import { lacking } from './lacking.ts';
import type { ReportIdiom } from './report-idiom.ts';
import { column, numbers, type Row, table } from './table.ts';

/** Samples and sources by kind of line, with what each lacks. */
export const samplesSection = ({ samples, needed, contexts }: Report, idiom: ReportIdiom): Markup => {
  const { words, count } = idiom;
  const said = words.samples;
  const { byAccess } = samples;
  const parts = (accesses: readonly (keyof typeof byAccess)[]) =>
    accesses.map((access) => `${words.access[access]} ${count(byAccess[access])}`).join(', ');
  const row = (name: string, { votes, sources, verdict }: Sample, detail: string, lacks = verdict.needs): Row => [
    html`${name}<small>${detail}</small>`,
    count(votes),
    count(sources),
    lacking(lacks, idiom),
  ];
  const elsewhere = contexts.filter(({ context }) => context !== 'citizen');
  return html`<h2>${said.heading}</h2>
    <p class="lead">${said.lead(count(needed.votes), count(needed.sources))}</p>
    ${table(
      said.heading,
      [column(said.kind), numbers(said.votes), numbers(said.sources), numbers(said.lacking)],
      [
        row(words.access.fixed, samples.fixed, parts([ACCESSES[0], ACCESSES[1]])),
        row(words.access.mobile, samples.mobile, parts([ACCESSES[2], ACCESSES[3]])),
        row(said.all, samples.all, parts(['unknown']), needed.votes - samples.all.votes),
      ],
    )}
    ${
      elsewhere.length === 0
        ? ''
        : html`<p class="lead">
            ${said.elsewhere(elsewhere.map(({ context, votes }) => `${words.context[context]} ${count(votes)}`).join(', '))}
          </p>`
    }`;
};

/** The same by operator: a figure of one operator is of one kind of line, too. */
export const operatorsSection = ({ operators }: Report, { words, count }: ReportIdiom): Markup => {
  const said = words.operators;
  if (operators.length === 0)
    return html`<h2>${said.heading}</h2>
      <p class="lead">${said.none}</p>`;
  const cell = ({ votes, verdict }: Sample) =>
    html`${count(votes)}
    ${verdict.needs > 0 ? html`<small class="lacks">${said.lacks(count(verdict.needs))}</small>` : html`<small class="done">${words.samples.enough}</small>`}`;
  return html`<h2>${said.heading}</h2>
    <p class="lead">${said.lead}</p>
    ${table(
      said.heading,
      [column(said.operator), numbers(words.access.fixed), numbers(words.access.mobile), numbers(words.access.unknown)],
      operators.map(({ operator, fixed, mobile, unknown }) => [
        operator ?? said.unknown,
        cell(fixed),
        cell(mobile),
        count(unknown),
      ]),
      'long',
    )}`;
};
