import { html, nothing } from 'lit';
import type { BitsPerSecond } from '../../protocol/units.ts';
import type { PastTest } from '../history-log.ts';
import type { FullText } from '../locales/more-text.ts';
import type { Written } from './history-plot.ts';

/** The tests, newest first. Roles are said: narrow cards fold the rows by `display`, which takes a table's own away. */
export const historyTable = (tests: readonly PastTest[], { format, instant }: Written, text: FullText) => {
  const value = (measured: number | null, written: (n: number) => string) =>
    measured === null ? html`<span aria-label=${text.notMeasured} role="img">–</span>` : written(measured);
  const head = (name: string, unit: string | null, kind: string) => html`
    <th scope="col" role="columnheader" class=${kind}>${name} ${unit ? html`<small>${unit}</small>` : nothing}</th>
  `;
  const speed = (tone: 'download' | 'upload', rate: BitsPerSecond | null) => html`
    <td role="cell" data-tone=${tone} data-name=${text[tone]} data-unit=${text.megabitsPerSecond}>
      ${value(rate, format.rate)}
    </td>
  `;
  const row = ({ at, download, upload, latencyMs, operator }: PastTest) => html`
    <tr role="row">
      <th scope="row" role="rowheader" class="when">${instant(at)}</th>
      ${speed('download', download)} ${speed('upload', upload)}
      <td role="cell" data-name=${text.latency} data-unit="ms">${value(latencyMs, format.milliseconds)}</td>
      <td role="cell" class="operator">
        ${operator ?? html`<span aria-label=${text.notMeasured} role="img">–</span>`}
      </td>
    </tr>
  `;
  return html`
    <div class="tests" role="region" tabindex="0" aria-label=${text.past.title}>
      <table role="table">
        <thead role="rowgroup">
          <tr role="row">
            ${head(text.past.when, null, 'when')} ${head(text.download, text.megabitsPerSecond, '')}
            ${head(text.upload, text.megabitsPerSecond, '')} ${head(text.latency, 'ms', '')}
            ${head(text.operator, null, 'operator')}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${[...tests].reverse().map(row)}
        </tbody>
      </table>
    </div>
  `;
};
