import type { StoredResult } from '../protocol/submission.ts';

/** The rule's version, stored with every row: a figure says by which rule its rows were chosen. */
export const VALIDITY_VERSION = '2';

/**
 * Whether a result may enter a figure. One place, one rule: borne out by its point's receipt, both directions and idle latency
 * measured, a province said, no flag that stands for another line than the visitor's, and a person before it: scheduled runs of one
 * line (context `monitor`) would vote by the hour. Kiosks, offices and campaigns are people's tests and count, each context in figures of its own.
 */
export const isCounted = ({
  state,
  outcome,
  province,
  flags,
  context,
}: Pick<StoredResult, 'state' | 'outcome' | 'province' | 'flags' | 'context'>): boolean =>
  state === 'verified' &&
  outcome === 'complete' &&
  province !== null &&
  context !== 'monitor' &&
  !flags.includes('point-revoked');
