import { type Failure, type FailureCode, failure } from '../protocol/failure.ts';
import type { Millis } from '../protocol/units.ts';

/** Carries a {@link Failure} through async code inside this room; at its boundary it becomes data again. */
export class RunFailure extends Error {
  override readonly name = 'RunFailure';
  readonly failure: Failure;
  /** When the collector asked to be asked again; null where it did not say. */
  readonly retryAfterMs: Millis | null;

  constructor(code: FailureCode, message: string, retryAfterMs: Millis | null = null) {
    super(message);
    this.failure = failure(code, message);
    this.retryAfterMs = retryAfterMs;
  }
}
