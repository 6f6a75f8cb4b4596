import type { Access } from '../protocol/access.ts';
import type { ProvinceCode } from '../protocol/province.ts';
import type { Submission } from '../protocol/submission.ts';
import type { RunEnd } from './run-test.ts';

/** What is sent of a run; null where it has no numbers (cancelled, failed) or no ticket. */
export const submissionOf = (
  { result, grant, finished }: RunEnd,
  context: {
    readonly province: ProvinceCode | null;
    readonly access: Access | null;
    readonly consentVersion: string | null;
  },
): { readonly testId: string; readonly body: Submission } | null => {
  if (!grant || !finished || !(result.outcome === 'complete' || result.outcome === 'partial')) return null;
  const { recording, receipt } = finished;
  return { testId: grant.testId, body: { ticket: grant.ticket, result, recording, receipt, ...context } };
};
