import * as v from 'valibot';
import { ProblemError } from './problem.ts';

/** More complaints than this at once help nobody. */
const MAX_COMPLAINTS = 3;

/** What is wrong, field by field: `result.download: …`. */
export const complaintsOf = (issues: readonly v.BaseIssue<unknown>[]): string =>
  issues
    .slice(0, MAX_COMPLAINTS)
    .map((issue) => {
      const path = v.getDotPath(issue);
      return path === null ? issue.message : `${path}: ${issue.message}`;
    })
    .join('; ');

/** The value as `schema` has it, fields that it does not know left out. Throws a problem of `status` that names the fields. */
export const checkShape = <Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  status: 400 | 422,
): v.InferOutput<Schema> => {
  const checked = v.safeParse(schema, value);
  if (checked.success) return checked.output;
  throw new ProblemError(status, `${complaintsOf(checked.issues)}.`);
};
