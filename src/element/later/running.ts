import { html, nothing } from 'lit';
import type { Phase } from '../../protocol/observation.ts';
import { PHASES } from '../../protocol/observation.ts';
import type { Snapshot } from '../../protocol/snapshot.ts';
import type { Format } from '../../page/format.ts';
import type { Text } from '../locales/text.ts';
import { dial } from './dial.ts';
import { toneOf } from './tone.ts';
import { GROWING_WIDTH, trace } from './trace.ts';
import { runProgress } from './run-progress.ts';

export interface RunningModel {
  /** Null until the engine has something to tell. */
  readonly snapshot: Snapshot | null;
  /** What happens now. */
  readonly title: string;
  readonly pointName: string | null;
  readonly format: Format;
  readonly onCancel: () => void;
}

const ORDER: readonly Snapshot['phase'][] = ['choosing', ...PHASES, 'finishing'];

/** The run as it happens: what is being measured, the number, the way still to go, a way out. */
export const running = ({ snapshot, title, pointName, format, onCancel }: RunningModel, text: Text) => {
  const phase = snapshot?.phase ?? 'choosing';
  const tone = toneOf(snapshot);
  return html`
    <section class="running">
      <progress
        part="progress"
        max="1"
        .value=${runProgress(snapshot)}
        aria-label=${text.progress}
        aria-valuetext=${title}
      ></progress>
      <header>
        <h2 tabindex="-1">${title}</h2>
        <p class="fine">${pointName ?? nothing}</p>
      </header>
      ${dial(shownRate(snapshot), tone, reading(snapshot, format, text))}
      <div class="course">
        <ol class="steps">
          ${PHASES.map((step) => stepItem(step, phase, snapshot, format, text))}
        </ol>
        ${trace((tone === 'upload' ? snapshot?.uploadTrace : snapshot?.downloadTrace) ?? [], {
          tone,
          width: GROWING_WIDTH,
        })}
        <p class="fine spent">
          <span>${text.dataUsed} <b>${format.bytes(snapshot?.bytesUsed ?? 0)}</b></span>
          <span>${text.elapsed} <b>${format.seconds(snapshot?.elapsedMs ?? 0)} ${text.seconds}</b></span>
        </p>
      </div>
      <button part="cancel" type="button" @click=${onCancel}>${text.cancel}</button>
    </section>
  `;
};

/** The rate while bytes flow; at the very end the last one stays. */
const shownRate = (snapshot: Snapshot | null) =>
  snapshot?.rate ?? (snapshot?.phase === 'finishing' ? snapshot.uploadRate : null);

/** The rate, and the latency before. */
const reading = (snapshot: Snapshot | null, format: Format, text: Text) => {
  const rate = shownRate(snapshot);
  if (rate !== null) return number(format.rate(rate), text.megabitsPerSecond);
  const latency = snapshot?.phase === 'latency' ? snapshot.idleLatencyMs : null;
  return latency === null ? number('–', '') : number(format.milliseconds(latency), 'ms');
};

const number = (value: string, unit: string) => html`
  <span class="value">${value}</span>
  <span class="unit">${unit}</span>
`;

const stepItem = (step: Phase, phase: Snapshot['phase'], snapshot: Snapshot | null, format: Format, text: Text) => {
  const place = ORDER.indexOf(step) - ORDER.indexOf(phase);
  const state = place === 0 ? 'now' : place < 0 ? 'done' : 'next';
  const value = {
    latency: snapshot?.idleLatencyMs != null ? `${format.milliseconds(snapshot.idleLatencyMs)} ms` : null,
    download: snapshot?.downloadRate != null ? `${format.rate(snapshot.downloadRate)} ${text.megabitsPerSecond}` : null,
    upload: snapshot?.uploadRate != null ? `${format.rate(snapshot.uploadRate)} ${text.megabitsPerSecond}` : null,
  }[step];
  return html`
    <li data-state=${state} data-tone=${step} aria-current=${state === 'now' ? 'step' : nothing}>
      <span class="name">${text[step]}</span>
      <span class="figure">${state !== 'next' && value !== null ? value : '–'}</span>
    </li>
  `;
};
