import { UNVERIFYING } from '../protocol/report.ts';
import type { StoredResult } from '../protocol/submission.ts';
import { isCounted } from './validity.ts';

/** Why a result that came in does not count, by the step of the funnel that it did not take. */
export const UNVERIFIED_LOSSES = [...UNVERIFYING, 'unverified'] as const;
export const UNCOUNTED_LOSSES = ['partial', 'no-province', 'not-valid'] as const;
export type ResultLoss = (typeof UNVERIFIED_LOSSES)[number] | (typeof UNCOUNTED_LOSSES)[number];

/** Null where it counts ({@link isCounted}). */
export const lossOf = (
  result: Pick<StoredResult, 'state' | 'outcome' | 'province' | 'flags' | 'context'>,
): ResultLoss | null => {
  if (isCounted(result)) return null;
  if (result.state !== 'verified') return UNVERIFYING.find((flag) => result.flags.includes(flag)) ?? 'unverified';
  if (result.outcome !== 'complete') return 'partial';
  return result.province === null ? 'no-province' : 'not-valid';
};
