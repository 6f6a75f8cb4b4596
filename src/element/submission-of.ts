import type { Submission } from '../protocol/submission.ts';
import type { Place } from './place.ts';
import type { RunEnd } from './run-test.ts';

/** What is sent of a run; null where it has no numbers (cancelled, failed) or no ticket. */
export const submissionOf = (
  { result, grant, finished }: RunEnd,
  context: Place & { readonly consentVersion: string | null },
): { readonly testId: string; readonly body: Submission } | null => {
  if (!grant || !finished || !(result.outcome === 'complete' || result.outcome === 'partial')) return null;
  const { recording, receipt } = finished;
  return { testId: grant.testId, body: { ticket: grant.ticket, result, recording, receipt, ...context } };
};
