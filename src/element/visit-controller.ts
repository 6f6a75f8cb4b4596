import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Failure, failure } from '../protocol/failure.ts';
import type { PlanName } from '../protocol/plan.ts';
import { emptyResult, type Result } from '../protocol/result.ts';
import { type Choices, readChoices, rememberChoices } from './choices.ts';
import type { Configuration } from './configuration.ts';
import { connectionHint } from './connection.ts';
import { CONSENT_VERSION, hasAgreed, rememberAgreement } from './consent.ts';
import type { Shown } from './delivery.ts';
import { FailureEvent, ResultEvent, SnapshotEvent, StartEvent, SubmittedEvent } from './events.ts';
import { addToHistory, readHistory } from './history-log.ts';
import type { PanelName } from './later/panel.ts';
import { outboxOf } from './outbox.ts';
import { memoryStorage, type PageStorage, pageStorage } from './page-storage.ts';
import { type Place, placeOf } from './place.ts';
import type { Answer } from './render-view.ts';
import { RunController } from './run-controller.ts';
import type { RunEnd } from './run-test.ts';
import { submissionOf } from './submission-of.ts';

/** What a visit needs to know of its element. */
export interface VisitHost extends ReactiveControllerHost, EventTarget {
  readonly isConnected: boolean;
  readonly workerSrc: string | null;
  readonly submit: string;
  /** The attributes, checked. */
  readonly configuration: Configuration | Failure;
  /** Whether many people share this device: then nothing of one is there for the next. */
  readonly isShared: boolean;
  /** A test is about to begin: what its result needs can be fetched before a byte is measured. */
  readonly prepare: () => void;
}

/** How a test is asked for. */
export interface StartOptions {
  /** The page itself has asked the person; the element then does not. */
  readonly consent?: boolean;
  /** Instead of the page's own plan. */
  readonly plan?: PlanName | undefined;
  /** A scheduled run without a person. */
  readonly monitor?: boolean;
}

const NOWHERE = { province: null, commune: null };

/** One person at the element: what they agreed to and chose, the tests they make, and what becomes of the results. */
export class VisitController implements ReactiveController {
  readonly #host: VisitHost;
  readonly #run: RunController;
  #own: PageStorage = memoryStorage();
  #choices: Choices | null = null;
  #started: Promise<Result> | null = null;
  #answer: ((answer: Answer | 'cancelled') => void) | null = null;
  #result: Result | null = null;
  #panel: PanelName | null = null;
  #delivery: Shown = { kind: 'private' };

  constructor(host: VisitHost) {
    this.#host = host;
    this.#run = new RunController(host);
    host.addController(this);
  }

  get run() {
    return this.#run.state;
  }
  get isAsking(): boolean {
    return this.#answer !== null;
  }
  get panel(): PanelName | null {
    return this.#panel;
  }
  get delivery(): Shown {
    return this.#delivery;
  }
  get result(): Result | null {
    return this.#result;
  }
  get storage(): PageStorage {
    return this.#host.isShared ? this.#own : pageStorage;
  }
  get hasHistory(): boolean {
    return readHistory(this.storage).length > 0;
  }

  /** What the person, the page and the browser say together. */
  get place(): Place {
    const { configuration } = this.#host;
    const { province, commune } = 'code' in configuration ? NOWHERE : configuration;
    this.#choices ??= readChoices(this.storage);
    return placeOf(this.#choices, { province, commune, access: connectionHint().access });
  }

  choose(choices: Choices): void {
    this.#choices = { ...this.#choices, ...choices };
    rememberChoices(this.#choices, this.storage);
    this.#host.requestUpdate();
  }

  open(panel: PanelName | null): void {
    this.#panel = panel;
    this.#host.requestUpdate();
  }

  /** Starts a test, or joins the one that runs. Never rejects. */
  start(options: StartOptions): Promise<Result> {
    this.#started ??= this.#runOnce(options).finally(() => {
      this.#started = null;
    });
    return this.#started;
  }

  answer(answer: Answer | 'cancelled'): void {
    this.#answer?.(answer);
  }

  /** Stops the test that runs, or the question before it. */
  cancel(): void {
    this.answer('cancelled');
    this.#run.cancel();
  }

  /** As if nobody had been here. Results that still wait to be sent stay in the outbox: nobody can see them there. */
  reset(): void {
    this.cancel();
    this.#run.reset();
    this.#own = memoryStorage();
    this.#choices = null;
    this.#result = null;
    this.#panel = null;
    this.#delivery = { kind: 'private' };
    this.#host.requestUpdate();
  }

  drainOutbox(): void {
    const { configuration } = this.#host;
    if ('collector' in configuration) outboxOf(configuration.collector).drain();
  }

  /** Whoever moves the element to another place of a page takes it out for a moment; a page change does so for good. */
  hostDisconnected(): void {
    setTimeout(() => {
      if (!this.#host.isConnected) this.cancel();
    });
  }

  async #runOnce({ consent = false, plan, monitor = false }: StartOptions): Promise<Result> {
    const { configuration, isConnected } = this.#host;
    if ('code' in configuration) return this.#fail(configuration);
    if (!isConnected) return this.#fail(failure('misconfigured', 'The element is not in a page.'));
    this.#panel = null;
    this.#host.prepare();
    let chosen = plan;
    if (!consent && !hasAgreed(this.storage)) {
      const answer = await this.#ask();
      if (answer === 'cancelled') return emptyResult('cancelled', null);
      if (answer === 'refused') return this.#fail(failure('declined', 'The person did not agree to the measurement.'));
      if (answer === 'agreed-saver') chosen = 'saver';
      rememberAgreement(this.storage);
    }
    const request = { ...configuration.request, ...(chosen && { plan: chosen }), ...(monitor && { monitor }) };
    const end = await this.#run.run({
      configuration: { ...configuration, request },
      workerSrc: this.#host.workerSrc,
      onGrant: ({ testId }) => this.#host.dispatchEvent(new StartEvent(testId)),
      onSnapshot: (snapshot) => this.#host.dispatchEvent(new SnapshotEvent(snapshot)),
    });
    this.#conclude(end, { collector: configuration.collector, consentVersion: consent ? null : CONSENT_VERSION });
    return end.result;
  }

  /** Shows the question and waits for its answer. */
  async #ask(): Promise<Answer | 'cancelled'> {
    this.#run.reset();
    const answer = await new Promise<Answer | 'cancelled'>((resolve) => {
      this.#answer = resolve;
      this.#host.requestUpdate();
    });
    this.#answer = null;
    this.#host.requestUpdate();
    return answer;
  }

  #fail(why: Failure): Result {
    this.#result = emptyResult('failed', why);
    this.#host.requestUpdate();
    this.#host.dispatchEvent(new FailureEvent(why));
    return this.#result;
  }

  #conclude(
    end: RunEnd,
    { collector, consentVersion }: { readonly collector: string; readonly consentVersion: string | null },
  ): void {
    const { result } = end;
    this.#result = result;
    this.#delivery = { kind: 'private' };
    this.#host.requestUpdate();
    if (result.outcome === 'failed') {
      const why = result.failure ?? failure('engine-crashed', 'The run failed without a reason.');
      this.#host.dispatchEvent(new FailureEvent(why));
      return;
    }
    const isWelcome = this.#host.dispatchEvent(new ResultEvent(result));
    const submission = submissionOf(end, { ...this.place, consentVersion });
    if (!submission) return;
    addToHistory(result, this.storage);
    if (!isWelcome || this.#host.submit === 'off') return;
    outboxOf(collector).send(submission.testId, submission.body, (delivery) => {
      if (this.#result === result) this.#delivery = delivery;
      this.#host.requestUpdate();
      if (delivery.kind === 'accepted') this.#host.dispatchEvent(new SubmittedEvent(delivery.accepted));
    });
  }
}
