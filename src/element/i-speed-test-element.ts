import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type Failure, failure } from '../protocol/failure.ts';
import { emptyResult, type Result } from '../protocol/result.ts';
import type { Snapshot } from '../protocol/snapshot.ts';
import { announcementOf } from './announcement.ts';
import { chooseView, type View } from './choose-view.ts';
import { type Configuration, parseConfiguration } from './configuration.ts';
import { CONSENT_VERSION, hasAgreed, rememberAgreement } from './consent.ts';
import { browserHasWhatItTakes, engineStarts } from './engine-probe.ts';
import { FailureEvent, ResultEvent, SnapshotEvent, StartEvent, SubmittedEvent } from './events.ts';
import { formatIn } from './format.ts';
import { chooseLocale, textIn } from './locales/choose-locale.ts';
import { type Delivery, outboxOf } from './outbox.ts';
import { type Answer, renderView } from './render-view.ts';
import { RunController } from './run-controller.ts';
import type { RunEnd } from './run-test.ts';
import { styles } from './styles/styles.ts';
import { submissionOf } from './submission-of.ts';
import { surroundingLanguage } from './surrounding-language.ts';

/**
 * Measures the visitor's connection against a nearby measurement point, shows the result and sends it to the collector.
 *
 * @tagname i-speed-test
 * @summary An Internet speed test for any page.
 *
 * @slot - Stays visible without JavaScript and where the test cannot run: a banner, a link.
 *
 * @csspart card - The whole card.
 * @csspart title - The heading before the test.
 * @csspart start - The start button.
 * @csspart consent - The question before the first test.
 * @csspart agree - The button that agrees.
 * @csspart refuse - The button that does not.
 * @csspart progress - The bar of the whole run.
 * @csspart dial - The dial with its number.
 * @csspart trace - A curve of rates.
 * @csspart cancel - The button that stops a run.
 * @csspart result - The finished result.
 * @csspart metric - One number with its name.
 * @csspart delivery - Whether the result was sent.
 * @csspart again - The button that measures again.
 * @csspart failure - What went wrong.
 * @csspart retry - The button that tries again.
 *
 * @cssprop [--i-speed-test-accent=#1257d6] - Buttons, and everything about download.
 * @cssprop [--i-speed-test-on-accent=#ffffff] - Text on the accent.
 * @cssprop [--i-speed-test-upload=#0a7868] - Everything about upload.
 * @cssprop [--i-speed-test-surface=#ffffff] - The card's background.
 * @cssprop [--i-speed-test-ink=#0f1a2e] - Text.
 * @cssprop [--i-speed-test-soft-ink=#56627a] - Quieter text; keep 4.5 : 1 against the surface.
 * @cssprop [--i-speed-test-line=#dde4ef] - Hairlines and the dial's track.
 * @cssprop [--i-speed-test-radius=20px] - The card's corners.
 * @cssprop [--i-speed-test-font=system-ui] - The font family.
 *
 * @fires {StartEvent} i-speed-test-start - Measuring begins; carries the test id.
 * @fires {SnapshotEvent} i-speed-test-progress - A newer picture of the run, at most 15 a second.
 * @fires {ResultEvent} i-speed-test-result - A run ended with a result. Cancel the event to keep the result private.
 * @fires {SubmittedEvent} i-speed-test-submitted - The collector accepted a result of this element.
 * @fires {FailureEvent} i-speed-test-failure - A run gave no number, or the person declined.
 */
export class ISpeedTestElement extends LitElement {
  static override styles = styles;

  /** The tag that `define.ts` registers; also how a second copy of the script knows the first. */
  static readonly tag = 'i-speed-test';

  /** Address of the collector, such as `https://collector.example.vn`. Required. */
  @property() collector: string | null = null;
  /** Identifier of the embedding site, as agreed with the collector. Not a secret. */
  @property() site: string | null = null;
  /** Two-digit province code (Decision 19/2025/QĐ-TTg), such as `48` for Đà Nẵng. Anything else counts as none. */
  @property() province: string | null = null;
  /** How it looks. There is one layout so far; an unknown one shows the card. */
  @property() layout = 'card';
  /** `vi` or `en`; without it the language of the page around, else Vietnamese. */
  @property() locale: string | null = null;
  /** `standard`, `saver` (at most 25 MB) or `thorough`. */
  @property() plan: string | null = null;
  /** Address of `engine-worker.js` on your own server, where the page's CSP does not allow `worker-src blob:`. */
  @property({ attribute: 'worker-src' }) workerSrc: string | null = null;
  /** `auto` sends results to the collector, `off` keeps them in the page. */
  @property() submit = 'auto';

  @state() private isAsking = false;
  @state() private isBlocked = false;
  @state() private delivery: Delivery | { readonly kind: 'private' } = { kind: 'private' };

  readonly #run = new RunController(this);
  #started: Promise<Result> | null = null;
  #answer: ((answer: Answer | 'cancelled') => void) | null = null;
  #result: Result | null = null;
  #view: View = { kind: 'idle' };
  #focusMoves = false;

  /** The newest picture of the run, or the last one of the run that ended; null before. */
  get snapshot(): Snapshot | null {
    const { state: run } = this.#run;
    return run.status === 'idle' ? null : run.snapshot;
  }

  /** How the last run ended; null before the first end. */
  get result(): Result | null {
    return this.#result;
  }

  /**
   * Starts a test, or joins the one that runs. The promise never rejects: look at `outcome`, and at `failure` where it failed.
   * @param options `consent: true` says that the page itself has asked the person; the element then does not.
   */
  start({ consent = false }: { readonly consent?: boolean } = {}): Promise<Result> {
    this.#started ??= this.#runOnce({ consent }).finally(() => {
      this.#started = null;
    });
    return this.#started;
  }

  /** Stops the test that runs, or the question before it; without one it does nothing. */
  cancel(): void {
    this.#answer?.('cancelled');
    this.#run.cancel();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#drainOutbox();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.cancel();
  }

  protected override willUpdate(): void {
    const configuration = this.#configuration();
    const view = chooseView({
      mistake: 'code' in configuration ? configuration : null,
      run: this.#run.state,
      isAsking: this.isAsking,
      isBlocked: this.isBlocked,
      hasBanner: this.textContent.trim() !== '' || this.childElementCount > 0,
    });
    this.#focusMoves = view.kind !== this.#view.kind && this.shadowRoot?.activeElement != null;
    this.#view = view;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.#focusMoves) this.renderRoot.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
    if (changed.has('collector')) this.#drainOutbox();
    if (changed.has('workerSrc')) void this.#probe();
  }

  protected override render(): TemplateResult {
    const locale = chooseLocale(this.locale, surroundingLanguage(this));
    const text = textIn(locale);
    const format = formatIn(locale);
    const content = renderView(this.#view, {
      text,
      format,
      plan: this.plan,
      delivery: this.delivery,
      onStart: () => void this.start(),
      onAnswer: (answer) => this.#answer?.(answer),
      onCancel: () => this.cancel(),
    });
    return html`
      <div lang=${locale}>
        <p class="quiet" role="status">${announcementOf(this.#view, text, format)}</p>
        ${this.#view.kind === 'banner' ? content : html`<div class="card" part="card">${content}</div>`}
        ${this.#view.kind === 'failed' ? html`<slot></slot>` : null}
      </div>
    `;
  }

  #configuration(): Configuration | Failure {
    const { collector, site, province, plan } = this;
    return parseConfiguration({ collector, site, province, plan });
  }

  async #runOnce({ consent }: { readonly consent: boolean }): Promise<Result> {
    const configuration = this.#configuration();
    if ('code' in configuration) return this.#fail(configuration);
    if (!this.isConnected) return this.#fail(failure('misconfigured', 'The element is not in a page.'));
    if (!consent && !hasAgreed()) {
      const answer = await this.#ask();
      if (answer === 'cancelled') return emptyResult('cancelled', null);
      if (answer === 'refused') return this.#fail(failure('declined', 'The person did not agree to the measurement.'));
      rememberAgreement();
    }
    const end = await this.#run.run({
      configuration,
      workerSrc: this.workerSrc,
      onGrant: ({ testId }) => this.dispatchEvent(new StartEvent(testId)),
      onSnapshot: (snapshot) => this.dispatchEvent(new SnapshotEvent(snapshot)),
    });
    this.#conclude(end, configuration, consent ? null : CONSENT_VERSION);
    return end.result;
  }

  /** Shows the question and waits for its answer. */
  async #ask(): Promise<Answer | 'cancelled'> {
    this.#run.reset();
    this.isAsking = true;
    const answer = await new Promise<Answer | 'cancelled'>((resolve) => {
      this.#answer = resolve;
    });
    this.#answer = null;
    this.isAsking = false;
    return answer;
  }

  #fail(why: Failure): Result {
    this.#result = emptyResult('failed', why);
    this.dispatchEvent(new FailureEvent(why));
    return this.#result;
  }

  #conclude(end: RunEnd, { collector, province }: Configuration, consentVersion: string | null): void {
    const { result } = end;
    this.#result = result;
    this.delivery = { kind: 'private' };
    if (result.outcome === 'failed') {
      this.dispatchEvent(
        new FailureEvent(result.failure ?? failure('engine-crashed', 'The run failed without a reason.')),
      );
      return;
    }
    const isWelcome = this.dispatchEvent(new ResultEvent(result));
    const submission = submissionOf(end, { province, access: null, consentVersion });
    if (!submission || !isWelcome || this.submit === 'off') return;
    outboxOf(collector).send(submission.testId, submission.body, (delivery) => {
      if (this.#result === result) this.delivery = delivery;
      if (delivery.kind === 'accepted') this.dispatchEvent(new SubmittedEvent(delivery.accepted));
    });
  }

  #drainOutbox(): void {
    const configuration = this.#configuration();
    if ('collector' in configuration) outboxOf(configuration.collector).drain();
  }

  async #probe(): Promise<void> {
    const { workerSrc } = this;
    const starts = browserHasWhatItTakes() && (await engineStarts(workerSrc));
    if (this.workerSrc === workerSrc) this.isBlocked = !starts;
  }
}
