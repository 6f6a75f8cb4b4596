import type { StoredResult } from '../protocol/submission.ts';

/** The rule's version, stored with every row: a figure says by which rule its rows were chosen. */
export const VALIDITY_VERSION = '2';

type Judged = Pick<StoredResult, 'state' | 'outcome' | 'province' | 'flags' | 'context'>;

/** Why a result may not enter a figure. */
export type ReasonAgainst = 'unverified' | 'disagrees' | 'partial' | 'no-province' | 'monitor' | 'point-revoked';

/**
 * Why a result may not enter a figure; null where it may. One place, one rule: borne out by its point's receipt, both directions and idle
 * latency measured, a province said, no flag that stands for another line than the visitor's, and a person before it: scheduled runs of one
 * line (context `monitor`) would vote by the hour. Kiosks, offices and campaigns are people's tests and count, each context in figures of its own.
 */
export const reasonAgainst = ({ state, outcome, province, flags, context }: Judged): ReasonAgainst | null => {
  if (flags.includes('point-revoked')) return 'point-revoked';
  if (state !== 'verified') return state;
  if (outcome !== 'complete') return 'partial';
  if (province === null) return 'no-province';
  return context === 'monitor' ? 'monitor' : null;
};

/** Whether it may. */
export const isCounted = (result: Judged): boolean => reasonAgainst(result) === null;
