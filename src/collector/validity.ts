import type { StoredResult } from '../protocol/submission.ts';

/** The rule's version, stored with every row: a figure says by which rule its rows were chosen. */
export const VALIDITY_VERSION = '1';

/**
 * Whether a result may enter a figure. One place, one rule: borne out by its point's receipt, both directions and idle latency
 * measured, a province said, and no flag that stands for another line than the visitor's.
 */
export const isCounted = ({
  state,
  outcome,
  province,
  flags,
}: Pick<StoredResult, 'state' | 'outcome' | 'province' | 'flags'>): boolean =>
  state === 'verified' && outcome === 'complete' && province !== null && !flags.includes('point-revoked');
