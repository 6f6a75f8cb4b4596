import type { Observation } from '../protocol/observation.ts';
import type { Result } from '../protocol/result.ts';
import { initialEstimate, observe } from './estimator.ts';
import { resultOf, type RunIdentity } from './result-of.ts';

/**
 * The auditor's door: the same observations give the same result, in the worker, in the collector, in a notebook.
 * A log with a `receipt` observation takes the upload from the receipt's curve.
 */
export const replay = (log: readonly Observation[], identity: RunIdentity): Result =>
  resultOf(log.reduce(observe, initialEstimate), identity);
