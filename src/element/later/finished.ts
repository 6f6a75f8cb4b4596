import { html, nothing, type TemplateResult } from 'lit';
import type { Latency, Result, Throughput } from '../../protocol/result.ts';
import type { Snapshot } from '../../protocol/snapshot.ts';
import type { Shown } from '../delivery.ts';
import type { Format } from '../../page/format.ts';
import { fill } from '../../page/fill.ts';
import type { FullText } from '../locales/more-text.ts';
import { type Metric, metric } from './metric.ts';
import { trace } from './trace.ts';

export interface FinishedModel {
  readonly result: Result;
  /** The last picture of the run: its traces. */
  readonly snapshot: Snapshot | null;
  readonly delivery: Shown;
  readonly format: Format;
  /** What the numbers mean: comes a moment after them. */
  readonly explanation: TemplateResult | null;
  readonly onAgain: (event: Event) => void;
  readonly onShare: () => void;
  /** Null where this device keeps no history. */
  readonly onHistory: (() => void) | null;
}

/** The numbers, and what they mean. */
export const finished = (model: FinishedModel, text: FullText) => {
  const { result, format, delivery, explanation } = model;
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
      ${explanation ?? nothing}
      <footer>
        <p class="delivery" part="delivery" data-kind=${delivery.kind}>${deliverySentence(delivery, text)}</p>
        <div class="buttons">
          <button class="primary" part="again" type="button" @click=${model.onAgain}>${text.again}</button>
          <button part="share" type="button" @click=${model.onShare}>${text.share}</button>
          ${
            model.onHistory
              ? html`<button part="history" type="button" @click=${model.onHistory}>${text.history}</button>`
              : nothing
          }
        </div>
      </footer>
    </section>
  `;
};

const rateMetric = (
  direction: 'download' | 'upload',
  { result, snapshot, format }: FinishedModel,
  text: FullText,
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

const margin = (
  { bitsPerSecond, intervalLow, intervalHigh, confidence }: Throughput,
  format: Format,
  text: FullText,
) =>
  confidence === 'low' || bitsPerSecond === 0
    ? text.marginWide
    : fill(text.margin, { share: format.percent(Math.max((intervalHigh - intervalLow) / 2 / bitsPerSecond, 0.001)) });

const latencyMetrics = ({ latency }: Result, format: Format, text: FullText): Metric[] => {
  const median = (measured: Latency | null) => measured && format.milliseconds(measured.medianMs);
  const jitter = latency.idle?.jitterMs ?? null;
  return [
    { name: text.idle, value: median(latency.idle), unit: 'ms' },
    { name: text.whileDownloading, value: median(latency.download), unit: 'ms' },
    { name: text.whileUploading, value: median(latency.upload), unit: 'ms' },
    { name: text.jitter, value: jitter === null ? null : format.milliseconds(jitter), unit: 'ms' },
  ];
};

const deliverySentence = (delivery: FinishedModel['delivery'], text: FullText): string =>
  text.delivery[delivery.kind === 'accepted' ? delivery.accepted.state : delivery.kind];
