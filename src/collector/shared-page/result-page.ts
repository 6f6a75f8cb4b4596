import { html } from 'hono/html';
import { evidencePath } from '../../protocol/endpoints.ts';
import { ENGINE_FLAGS } from '../../protocol/flag.ts';
import type { Latency, Throughput } from '../../protocol/result.ts';
import type { StoredResult } from '../../protocol/submission.ts';
import { ARROWS, SIGNS } from './drawings.ts';
import type { Finding } from './finding.ts';
import type { Idiom } from './idiom.ts';
import { type Markup, page } from './page.ts';
import { previewOf } from './preview-of.ts';

/** All that a result's page shows. */
export interface ResultPage {
  readonly result: StoredResult;
  /** As the point is registered; null where it is not. */
  readonly pointName: string | null;
  readonly finding: Finding;
  /** The store's results were made by a simulation. */
  readonly isSimulated: boolean;
  /** When the finding was made, ISO 8601. */
  readonly checkedAt: string;
}

/** A result for people who got its address: the numbers, whether they are borne out, and how they came about. */
export const resultPage = (shown: ResultPage, idiom: Idiom): Markup => {
  const { result, finding } = shown;
  const { text } = idiom;
  const place = idiom.provinceName(result);
  // Whoever reads no further than the first lines must not take numbers along that something speaks against.
  const first = finding.kind === 'contradicted' ? check(shown, idiom) : '';
  const second = finding.kind === 'contradicted' ? '' : check(shown, idiom);
  return page(idiom, {
    ...previewOf(result, finding, idiom),
    body: html`<main>
        <h1>${text.title}</h1>
        <p class="when">
          <span>${idiom.when(result.startedAt ?? result.receivedAt)}${place === null ? '' : ' ·'}</span>
          ${place === null ? '' : html`<span>${place}</span>`}
        </p>
        ${shown.isSimulated ? html`<p class="notice">${text.simulated}</p>` : ''}
        ${result.outcome === 'partial' ? html`<p class="notice">${text.partial}</p>` : ''} ${first}
        <dl class="metrics rates of-${finding.kind}">
          ${rate('download', shown, idiom)} ${rate('upload', shown, idiom)}
        </dl>
        ${second}
        <h2>${text.latency}</h2>
        <dl class="metrics latencies">
          ${latency(text.idle, result.latency.idle, idiom)}
          ${latency(text.whileDownloading, result.latency.download, idiom)}
          ${latency(text.whileUploading, result.latency.upload, idiom)}
        </dl>
        ${details(shown, idiom)} ${notes(result, idiom)}
      </main>
      <footer class="foot">
        <p><a href="..${evidencePath(result.testId)}">${text.check.evidence}</a></p>
        <p>${text.about}</p>
      </footer>`,
  });
};

const rate = (direction: 'download' | 'upload', { result, finding }: ResultPage, idiom: Idiom): Markup => {
  const { text } = idiom;
  const measured = result[direction];
  return html`<div class="metric ${direction}">
    <dt>${ARROWS[direction]}${text[direction]}</dt>
    <dd>
      ${
        measured
          ? html`<span class="value">${idiom.rate(measured.bitsPerSecond)}</span> <span class="unit">Mbit/s</span>`
          : html`<span class="absent">${text.notMeasured}</span>`
      }
      ${measured && finding.kind !== 'contradicted' ? html`<span class="note">${margin(measured, idiom)}</span>` : ''}
    </dd>
  </div>`;
};

/** Half the 95 % interval as a share of the rate, no finer than a tenth of a percent. */
const margin = (
  { bitsPerSecond, intervalLow, intervalHigh, confidence }: Throughput,
  { text, percent }: Idiom,
): string =>
  confidence === 'low' || bitsPerSecond === 0
    ? text.marginWide
    : text.margin(percent(Math.max((intervalHigh - intervalLow) / 2 / bitsPerSecond, 0.001)));

const latency = (name: string, measured: Latency | null, { text, milliseconds }: Idiom): Markup =>
  html`<div class="metric">
    <dt>${name}</dt>
    <dd>
      ${
        measured
          ? html`<span class="value">${milliseconds(measured.medianMs)}</span> <span class="unit">ms</span>`
          : html`<span class="absent">${text.notMeasured}</span>`
      }
    </dd>
  </div>`;

const check = ({ finding, checkedAt }: ResultPage, { text, when }: Idiom): Markup => {
  const { outcome, doubt, exactly, nearly, reach, madeAt } = text.check;
  const confirmed = finding.kind === 'confirmed';
  return html`<section class="check ${finding.kind}">
    <h2>${SIGNS[finding.kind]}${outcome[finding.kind]}</h2>
    <p>${confirmed ? (finding.exactly ? exactly : nearly) : doubt[finding.doubt]}</p>
    <p class="fine">${madeAt(when(checkedAt))}${confirmed ? ` ${reach}` : ''}</p>
  </section>`;
};

const details = ({ result, pointName }: ResultPage, { text, percent, provinceName }: Idiom): Markup => {
  const { operator, access, ipv6, ipFamily, point, scope, lossRatio } = result;
  const ability = ipv6.ability === null ? 'unknown' : ipv6.ability === 'works' ? 'works' : 'fails';
  const rows: readonly (readonly [name: string, value: string | null])[] = [
    [text.operator, operator && operator.name],
    [text.province, provinceName(result)],
    [text.accessBy, access && text.access[access]],
    [text.ipv6, text.ipv6Ability[ability]],
    [text.measuredBy, ipFamily && text.family[ipFamily]],
    [text.point, point && `${pointName ?? point.id} (${text.scope[scope ?? point.scope]})`],
    [text.loss, lossRatio === null ? null : percent(lossRatio)],
  ];
  return html`<h2>${text.details}</h2>
    <dl class="details">
      ${rows.map(([name, value]) =>
        value === null
          ? ''
          : html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
      )}
      <div class="id">
        <dt>${text.testId}</dt>
        <dd>${result.testId}</dd>
      </div>
    </dl>`;
};

const notes = ({ flags }: StoredResult, { text }: Idiom): Markup | string => {
  const sentences = ENGINE_FLAGS.filter((flag) => flags.includes(flag)).map((flag) => text.flag[flag]);
  return sentences.length === 0
    ? ''
    : html`<h2>${text.notes}</h2>
        <ul class="notes">
          ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
        </ul>`;
};
