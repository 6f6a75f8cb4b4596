import * as v from 'valibot';
import { TestIdSchema } from '../protocol/ticket.ts';
import { ProblemError } from './problem.ts';
import type { ResultEntry, ResultStore } from './result-store.ts';

/** The stored result of a test that an address names. Throws a 404 problem, without asking a database for what is no id: some refuse to look. */
export const resultOf = async (
  { find }: Pick<ResultStore, 'find'>,
  testId: string | undefined,
): Promise<ResultEntry> => {
  const entry = v.is(TestIdSchema, testId) ? await find(testId) : null;
  if (!entry) throw new ProblemError(404, 'No result is stored for this test. It may still wait in the browser.');
  return entry;
};
