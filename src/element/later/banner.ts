import { html, nothing, type TemplateResult } from 'lit';
import { announcementOf } from '../announcement.ts';
import type { View } from '../choose-view.ts';
import { PHASES } from '../../protocol/observation.ts';
import { PLANS } from '../../protocol/plan.ts';
import { fill } from '../locales/fill.ts';
import type { FullText } from '../locales/more-text.ts';
import { provinceName } from '../../protocol/province.ts';
import type { Surroundings } from '../render-view.ts';
import { runProgress } from './run-progress.ts';
import { costSentence } from '../parts/cost.ts';
import { trace } from './trace.ts';
import { runningStyles } from '../styles/running.styles.ts';
import { bannerStyles } from '../styles/banner.styles.ts';
import { dialogStyles } from '../styles/dialog.styles.ts';
import { squareBannerStyles } from '../styles/square-banner.styles.ts';
import { CardDialog } from './card-dialog.ts';
import type { OpenFrame } from './frame.ts';
import { icon } from './icon.ts';
import { progressOf } from './progress-of.ts';
import { toneOf } from './tone.ts';

export const styles = [runningStyles, bannerStyles, squareBannerStyles, dialogStyles];

/** The whole test in the old banner's box; what does not fit is in the card, which a dialog shows over the page. */
export const openFrame: OpenFrame = (element, visit) => {
  const dialog = new CardDialog(visit, () => element.requestUpdate());
  return {
    render: (view, around, plain) => {
      const text = around.language.more();
      return (
        text &&
        banner(view, around, { text, card: dialog.isOpen(view) ? plain() : null, onClosed: () => dialog.close(view) })
      );
    },
    openCard: () => dialog.open(),
    settle: (root, view) => dialog.settle(root, view),
    close: () => undefined,
  };
};

/** `card` is null while it is closed. */
const banner = (
  view: View,
  around: Surroundings,
  { text, card, onClosed }: { readonly text: FullText; readonly card: unknown; readonly onClosed: () => void },
): TemplateResult => html`
  <div class="card" part="card">
    <section class="strip" part="strip" data-state=${view.kind}>${content(view, around, text)}</section>
  </div>
  <dialog class="card" part="dialog" aria-label=${text.title} @close=${onClosed}>
    ${
      card === null
        ? nothing
        : html`
            <div class="close">${icon('cancel', text.close, onClosed)}</div>
            <div class="frame">${card}</div>
          `
    }
  </dialog>
`;

const content = (view: View, around: Surroundings, text: FullText) => {
  switch (view.kind) {
    case 'running':
      return running(view, around, text);
    case 'finished':
      return finished(view, around, text);
    case 'failed':
      return failed(view, around, text);
    default:
      return idle(around, text); // behind the card, where somebody is asked something
  }
};

const idle = (around: Surroundings, text: FullText) => html`
  <div class="lead">${invitation(around, text)}</div>
  <button class="primary" part="start" type="button" @click=${around.act.startByPerson}>${text.measureNow}</button>
`;

/** What the province still needs this month; without a province, what this is. */
const invitation = (around: Surroundings, text: FullText) => {
  const { format, tag } = around.language;
  const progress = progressOf({ ...around, asn: null });
  const title = html`<p class="title" part="title"><slot name="title">${text.title}</slot></p>`;
  // Nothing is free on a line that is paid by the megabyte.
  const cost = around.isMetered ? costSentence(PLANS[around.plan], text, format) : null;
  if (!progress)
    return html`${title}
      <p class="more">${cost ?? text.freeAndShort}</p>`;
  const { votes, needed, missing } = progress;
  const province = provinceName(progress.province, tag) ?? progress.province;
  const sentence = fill(text.progressNow, { province, votes: format.count(votes), needed: format.count(needed) });
  return html`
    ${title}
    <p class="name">${sentence}</p>
    <progress class="samples" max=${needed} .value=${Math.min(votes, needed)} aria-label=${sentence}></progress>
    <p class="more">
      ${
        cost ??
        html`
          ${missing > 0 ? fill(text.progressMissing, { missing: format.count(missing) }) : text.progressEnough}
          <span class="invite">${missing > 0 ? text.progressInvite : nothing}</span>
        `
      }
    </p>
  `;
};

const running = (
  view: Extract<View, { kind: 'running' }>,
  { language: { format }, act }: Surroundings,
  text: FullText,
) => {
  const { snapshot } = view;
  const phase = announcementOf(view, text, format);
  const shortly = PHASES.find((one) => one === snapshot?.phase);
  const tone = toneOf(snapshot);
  const rate = snapshot?.rate ?? (snapshot?.phase === 'finishing' ? snapshot.uploadRate : null);
  const latency = snapshot?.phase === 'latency' ? snapshot.idleLatencyMs : null;
  return html`
    <progress
      part="progress"
      max="1"
      .value=${runProgress(snapshot)}
      aria-label=${text.progress}
      aria-valuetext=${phase}
    ></progress>
    <div class="lead">
      <p class="name" tabindex="-1">${shortly ? text[shortly] : phase}</p>
      <p class="more">${format.bytes(snapshot?.bytesUsed ?? 0)}</p>
    </div>
    ${trace((tone === 'upload' ? snapshot?.uploadTrace : snapshot?.downloadTrace) ?? [], { tone, width: 40 })}
    <p class="reading">
      <span class="value"
        >${rate === null ? (latency === null ? '–' : format.milliseconds(latency)) : format.rate(rate)}</span
      >
      <span class="unit">${rate === null ? (latency === null ? '' : 'ms') : text.megabitsPerSecond}</span>
    </p>
    <div class="acts">${icon('open', text.open, act.openCard)} ${icon('cancel', text.cancel, act.cancel)}</div>
  `;
};

const finished = (
  { end }: Extract<View, { kind: 'finished' }>,
  { language: { format }, act }: Surroundings,
  text: FullText,
) => {
  const { download, upload, latency } = end.result;
  const figures = [
    [text.download, 'download', download && format.rate(download.bitsPerSecond), text.megabitsPerSecond],
    [text.upload, 'upload', upload && format.rate(upload.bitsPerSecond), text.megabitsPerSecond],
    [text.latency, 'latency', latency.idle && format.milliseconds(latency.idle.medianMs), 'ms'],
  ] as const;
  return html`
    <h2 class="quiet" tabindex="-1">${text.finished}</h2>
    <dl class="figures" part="result">
      ${figures.map(
        ([name, tone, value, unit]) => html`
          <div data-tone=${tone}>
            <dt>${name}</dt>
            <dd>
              <span class="value">${value ?? '–'}</span> <span class="unit">${value === null ? nothing : unit}</span>
            </dd>
          </div>
        `,
      )}
    </dl>
    <div class="acts">
      <button class="primary roomy" part="open" type="button" @click=${act.openCard}>${text.open}</button>
      ${icon('open', text.open, act.openCard)} ${icon('again', text.again, act.startByPerson)}
    </div>
  `;
};

const failed = ({ failure }: Extract<View, { kind: 'failed' }>, { act }: Surroundings, text: FullText) => {
  const { sentence, advice } = text.failure[failure.code];
  return html`
    <div class="lead" part="failure">
      <p class="name" tabindex="-1">${sentence}</p>
      <p class="more">${advice}</p>
    </div>
    <div class="acts">
      ${
        failure.code === 'misconfigured' || failure.code === 'engine-blocked'
          ? icon('open', text.open, act.openCard)
          : html`<button class="primary" part="retry" type="button" @click=${act.startByPerson}>${text.retry}</button>`
      }
    </div>
  `;
};
