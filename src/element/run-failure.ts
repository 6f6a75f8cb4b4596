import { type Failure, type FailureCode, failure } from '../protocol/failure.ts';

/** Carries a {@link Failure} through async code inside this room; at its boundary it becomes data again. */
export class RunFailure extends Error {
  override readonly name = 'RunFailure';
  readonly failure: Failure;

  constructor(code: FailureCode, message: string) {
    super(message);
    this.failure = failure(code, message);
  }
}
