import type { Failure } from '../protocol/failure.ts';
import type { Result } from '../protocol/result.ts';
import type { Snapshot } from '../protocol/snapshot.ts';
import type { Accepted } from '../protocol/submission.ts';

const far = { bubbles: true, composed: true };

/** The collector has given a ticket: measuring begins. */
export class StartEvent extends Event {
  readonly testId: string;
  constructor(testId: string) {
    super('i-speed-test-start', far);
    this.testId = testId;
  }
}

/** A newer picture of the run; at most 15 a second. */
export class SnapshotEvent extends Event {
  readonly snapshot: Snapshot;
  constructor(snapshot: Snapshot) {
    super('i-speed-test-progress', far);
    this.snapshot = snapshot;
  }
}

/** A run ended with a result, cancelled ones included. `preventDefault()` keeps the result in the page: it is not submitted. */
export class ResultEvent extends Event {
  readonly result: Result;
  constructor(result: Result) {
    super('i-speed-test-result', { ...far, cancelable: true });
    this.result = result;
  }
}

/** The collector has accepted a result of this element; minutes later where it was down, and never where the page was left before. */
export class SubmittedEvent extends Event {
  readonly accepted: Accepted;
  constructor(accepted: Accepted) {
    super('i-speed-test-submitted', far);
    this.accepted = accepted;
  }
}

/** A run gave no number. `failure.message` is English, for logs. */
export class FailureEvent extends Event {
  readonly failure: Failure;
  constructor(why: Failure) {
    super('i-speed-test-failure', far);
    this.failure = why;
  }
}

declare global {
  interface HTMLElementEventMap {
    'i-speed-test-start': StartEvent;
    'i-speed-test-progress': SnapshotEvent;
    'i-speed-test-result': ResultEvent;
    'i-speed-test-submitted': SubmittedEvent;
    'i-speed-test-failure': FailureEvent;
  }
}
