import { html } from 'hono/html';
import { ACCESSES } from '../../protocol/access.ts';
import type { Report, Sample } from '../../protocol/report.ts';
import type { Markup } from '../shared-page/page.ts';
import type { ReportIdiom } from './report-idiom.ts';

/** Samples and sources by kind of line, with what each lacks. */
export const samplesSection = ({ samples, needed, contexts }: Report, { words, count }: ReportIdiom): Markup => {
  const said = words.samples;
  const { byAccess } = samples;
  const parts = (accesses: readonly (keyof typeof byAccess)[]) =>
    accesses.map((access) => `${words.access[access]} ${count(byAccess[access])}`).join(', ');
  const row = (name: string, { votes, sources, verdict }: Sample, detail: string, lacks = verdict.needs) =>
    html`<tr>
      <th scope="row">${name}<small>${detail}</small></th>
      <td class="number">${count(votes)}</td>
      <td class="number">${count(sources)}</td>
      <td class="number">
        ${lacks > 0 ? html`<span class="lacks">${count(lacks)}</span>` : html`<span class="done">${said.enough}</span>`}
      </td>
    </tr>`;
  const elsewhere = contexts.filter(({ context }) => context !== 'citizen');
  return html`<h2>${said.heading}</h2>
    <p class="lead">${said.lead(count(needed.votes), count(needed.sources))}</p>
    <table>
      <caption>
        ${said.heading}
      </caption>
      <thead>
        <tr>
          <th scope="col">${said.kind}</th>
          <th scope="col" class="number">${said.votes}</th>
          <th scope="col" class="number">${said.sources}</th>
          <th scope="col" class="number">${said.lacking}</th>
        </tr>
      </thead>
      <tbody>
        ${row(words.access.fixed, samples.fixed, parts([ACCESSES[0], ACCESSES[1]]))}
        ${row(words.access.mobile, samples.mobile, parts([ACCESSES[2], ACCESSES[3]]))}
        ${row(said.all, samples.all, parts(['unknown']), Math.max(needed.votes - samples.all.votes, 0))}
      </tbody>
    </table>
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
  const cell = ({ votes, verdict }: Sample) =>
    html`<td class="number">
      ${count(votes)}
      ${verdict.needs > 0 ? html`<small class="lacks">${said.lacks(count(verdict.needs))}</small>` : html`<small class="done">${words.samples.enough}</small>`}
    </td>`;
  return html`<h2>${said.heading}</h2>
    ${
      operators.length === 0
        ? html`<p class="lead">${said.none}</p>`
        : html`<p class="lead">${said.lead}</p>
            <table>
              <caption>
                ${said.heading}
              </caption>
              <thead>
                <tr>
                  <th scope="col">${said.operator}</th>
                  <th scope="col" class="number">${words.access.fixed}</th>
                  <th scope="col" class="number">${words.access.mobile}</th>
                  <th scope="col" class="number">${words.access.unknown}</th>
                </tr>
              </thead>
              <tbody>
                ${operators.map(
                  ({ operator, fixed, mobile, unknown }) =>
                    html`<tr>
                      <th scope="row">${operator ?? said.unknown}</th>
                      ${cell(fixed)}${cell(mobile)}
                      <td class="number">${count(unknown)}</td>
                    </tr>`,
                )}
              </tbody>
            </table>`
    }`;
};
