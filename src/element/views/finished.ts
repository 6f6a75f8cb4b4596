import { html, nothing } from 'lit';
import { ratingOf, USES } from '../../estimator/rating.ts';
import { ENGINE_FLAGS, type Flag } from '../../protocol/flag.ts';
import type { Latency, Result, Throughput } from '../../protocol/result.ts';
import type { Snapshot } from '../../protocol/snapshot.ts';
import type { Delivery } from '../outbox.ts';
import type { Format } from '../format.ts';
import type { Text } from '../locales/text.ts';
import { type Metric, metric } from '../parts/metric.ts';
import { trace } from '../parts/trace.ts';

export interface FinishedModel {
  readonly result: Result;
  /** The last picture of the run: its traces. */
  readonly snapshot: Snapshot | null;
  readonly pointName: string | null;
  /** `private`: the page or its attribute keeps the result. */
  readonly delivery: Delivery | { readonly kind: 'private' };
  readonly format: Format;
  /** Whether to say what the numbers mean, beside the numbers. */
  readonly explained: boolean;
  readonly onAgain: (event: Event) => void;
}

/** The numbers, and what they mean. */
export const finished = (model: FinishedModel, text: Text) => {
  const { result, format, delivery, explained, onAgain } = model;
  return html`
    <section class="finished" part="result">
      <h2 tabindex="-1">${text.finished}</h2>
      ${result.outcome === 'partial' ? html`<p class="notice">${text.partial}</p>` : nothing}
      <dl class="rates">
        ${(['download', 'upload'] as const).map((direction) =>
          metric(rateMetric(direction, model, text), text.notMeasured),
        )}
      </dl>
      <h3>${text.latency}</h3>
      <dl class="latencies">${latencyMetrics(result, format, text).map((one) => metric(one, text.notMeasured))}</dl>
      ${explained ? [uses(result, text), ipv6(result, text), details(model, text), notes(result.flags, text)] : nothing}
      <footer>
        <p class="delivery" part="delivery" data-kind=${delivery.kind}>${deliverySentence(delivery, text)}</p>
        <button class="primary" part="again" type="button" @click=${onAgain}>${text.again}</button>
      </footer>
    </section>
  `;
};

const rateMetric = (
  direction: 'download' | 'upload',
  { result, snapshot, format }: FinishedModel,
  text: Text,
): Metric => {
  const measured = result[direction];
  const rates = (direction === 'download' ? snapshot?.downloadTrace : snapshot?.uploadTrace) ?? [];
  return {
    name: text[direction],
    tone: direction,
    value: measured && format.rate(measured.bitsPerSecond),
    unit: text.megabitsPerSecond,
    note: measured && margin(measured, format, text),
    picture: measured && rates.length > 1 ? trace(rates, { tone: direction }) : null,
  };
};

const margin = ({ bitsPerSecond, intervalLow, intervalHigh, confidence }: Throughput, format: Format, text: Text) =>
  confidence === 'low' || bitsPerSecond === 0
    ? text.marginWide
    : text.margin(format.percent(Math.max((intervalHigh - intervalLow) / 2 / bitsPerSecond, 0.001)));

const latencyMetrics = ({ latency }: Result, format: Format, text: Text): Metric[] => {
  const median = (measured: Latency | null) => measured && format.milliseconds(measured.medianMs);
  const jitter = latency.idle?.jitterMs ?? null;
  return [
    { name: text.idle, value: median(latency.idle), unit: 'ms' },
    { name: text.whileDownloading, value: median(latency.download), unit: 'ms' },
    { name: text.whileUploading, value: median(latency.upload), unit: 'ms' },
    { name: text.jitter, value: jitter === null ? null : format.milliseconds(jitter), unit: 'ms' },
  ];
};

const uses = (result: Result, text: Text) => {
  const rated = USES.flatMap((use) => {
    const verdict = ratingOf(use, result);
    return verdict ? [{ use, verdict }] : [];
  });
  if (rated.length === 0) return nothing;
  return html`
    <h3>${text.goodFor}</h3>
    <ul class="uses">
      ${rated.map(
        ({ use, verdict }) => html`
          <li data-verdict=${verdict}>
            <span class="name">${text.use[use]}</span>
            <span class="verdict">${text.verdict[verdict]}</span>
          </li>
        `,
      )}
    </ul>
  `;
};

const ipv6 = ({ ipv6: { ability } }: Result, text: Text) => {
  const state = ability === null ? 'unknown' : ability === 'works' ? 'works' : 'fails';
  return html`
    <div class="ipv6" data-state=${state}>
      <p class="name">${text.ipv6[state].title}</p>
      <p>${text.ipv6[state].meaning}</p>
    </div>
  `;
};

const details = ({ result, pointName, format }: FinishedModel, text: Text) => {
  const { point, operator, ipFamily, download, upload, lossRatio } = result;
  const rows: readonly (readonly [string, string | null])[] = [
    [text.operator, operator && operator.name],
    [text.connection, ipFamily && text.family[ipFamily]],
    [text.point, point && `${pointName ?? point.id} (${text.scope[point.scope]})`],
    [text.loss, lossRatio === null ? null : format.percent(lossRatio)],
    [text.dataUsed, format.bytes((download?.bytes ?? 0) + (upload?.bytes ?? 0))],
  ];
  return html`
    <h3>${text.details}</h3>
    <dl class="details">
      ${rows.map(([name, value]) =>
        value === null
          ? nothing
          : html`
              <div>
                <dt>${name}</dt>
                <dd>${value}</dd>
              </div>
            `,
      )}
    </dl>
  `;
};

const notes = (flags: readonly Flag[], text: Text) => {
  const sentences = ENGINE_FLAGS.filter((flag) => flags.includes(flag)).map((flag) => text.flag[flag]);
  return sentences.length === 0
    ? nothing
    : html`
        <h3>${text.notes}</h3>
        <ul class="notes">
          ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
        </ul>
      `;
};

const deliverySentence = (delivery: FinishedModel['delivery'], text: Text): string =>
  text.delivery[delivery.kind === 'accepted' ? delivery.accepted.state : delivery.kind];
