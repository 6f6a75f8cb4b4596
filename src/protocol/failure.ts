import * as v from 'valibot';

/**
 * Why a run could not give a number. Failures are plain data with a closed list of codes, because class identity
 * does not survive `postMessage`, and because every code has a sentence in every language.
 */
export const FAILURE_CODES = [
  /** An attribute is missing or wrong, or an https page met a collector or points of http; `message` says what to write. For the webmaster. */
  'misconfigured',
  /** The worker was refused (CSP) or the browser lacks what the engine needs. */
  'engine-blocked',
  /** The worker died while it measured. */
  'engine-crashed',
  /** The browser says that it is offline. */
  'offline',
  /** The collector did not answer, so there is no ticket. */
  'collector-unreachable',
  /** The collector answered with a problem; `message` carries its detail. */
  'collector-refused',
  /** This network or site has asked for more tests than it may for now. */
  'collector-busy',
  /** The collector has no measurement point to offer. */
  'no-point',
  /** No candidate point answered a round trip. */
  'point-unreachable',
  /** Every candidate point is at capacity. */
  'point-busy',
  /** A point answered first and was lost while measuring, and no other could take over. */
  'point-lost',
  /** The point did not accept the ticket. */
  'ticket-refused',
  /** The person did not agree to the measurement. */
  'declined',
] as const;

export const FailureCodeSchema = v.picklist(FAILURE_CODES);
export type FailureCode = v.InferOutput<typeof FailureCodeSchema>;

export const FailureSchema = v.object({
  code: FailureCodeSchema,
  /** English, for logs and webmasters; people see the translated sentence of the code. */
  message: v.pipe(v.string(), v.maxLength(500)),
});
export type Failure = v.InferOutput<typeof FailureSchema>;

export const failure = (code: FailureCode, message: string): Failure => ({ code, message: message.slice(0, 500) });
