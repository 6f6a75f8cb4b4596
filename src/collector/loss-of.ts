import { UNVERIFYING } from '../protocol/report.ts';
import type { StoredResult } from '../protocol/submission.ts';
import { reasonAgainst } from './validity.ts';

/** Why a result that came in does not count, by the step of the funnel that it did not take. */
export const UNVERIFIED_LOSSES = [...UNVERIFYING, 'unverified'] as const;
export const UNCOUNTED_LOSSES = ['partial', 'no-province', 'not-valid'] as const;
export type ResultLoss = (typeof UNVERIFIED_LOSSES)[number] | (typeof UNCOUNTED_LOSSES)[number];

/** {@link reasonAgainst}, as the funnel tells it: what is not verified by the flag that says most of it. Null where it counts. */
export const lossOf = (
  result: Pick<StoredResult, 'state' | 'outcome' | 'province' | 'flags' | 'context'>,
): ResultLoss | null => {
  const reason = reasonAgainst(result);
  switch (reason) {
    case null:
    case 'partial':
    case 'no-province':
      return reason;
    case 'monitor':
      return 'not-valid';
    case 'unverified':
    case 'disagrees':
    case 'point-revoked':
      return UNVERIFYING.find((flag) => result.flags.includes(flag)) ?? 'unverified';
  }
};
