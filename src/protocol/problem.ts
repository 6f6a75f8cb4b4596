import * as v from 'valibot';

/** RFC 9457 `application/problem+json`: every error answer of point and collector. */
export const ProblemSchema = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  /** What was wrong and what to do about it. */
  detail: v.string(),
});
export type Problem = v.InferOutput<typeof ProblemSchema>;
export const PROBLEM_CONTENT_TYPE = 'application/problem+json';
