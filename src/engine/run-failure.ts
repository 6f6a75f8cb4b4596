import { type Failure, failure, type FailureCode } from '../protocol/failure.ts';
import { retryAfterMs } from '../protocol/retry-after.ts';
import type { Millis } from '../protocol/units.ts';

/** Ends the work against one point. An Error inside the worker, plain {@link Failure} data everywhere else. */
export class RunFailure extends Error {
  override readonly name = 'RunFailure';
  readonly failure: Failure;
  /** When the point asked to be asked again; null where it did not say. */
  readonly retryAfterMs: Millis | null;

  constructor(code: FailureCode, message: string, retryAfterMs: Millis | null = null) {
    super(message);
    this.failure = failure(code, message);
    this.retryAfterMs = retryAfterMs;
  }
}

/** The ticket's bytes in this direction are used up: not a failure, but the end of what a connection can carry. */
export const isUsedUp = (response: Response): boolean => response.status === 410;

/** What an answer other than 2xx says about the point. */
export const refusedBy = (response: Response): RunFailure =>
  response.status === 503 || response.status === 429
    ? new RunFailure(
        'point-busy',
        `The point answered ${response.status}.`,
        retryAfterMs(response.headers.get('retry-after'), Date.now()),
      )
    : new RunFailure('ticket-refused', `The point answered ${response.status}.`);
