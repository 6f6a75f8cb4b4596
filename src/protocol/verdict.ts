import * as v from 'valibot';

/** Why a figure may not be published. */
export const REASON_CODES = [
  'too-few-votes',
  /** Votes of unknown sources may all be of one. */
  'too-few-sources',
  /** One site sent so many of the votes that the figure is its visitors'. */
  'site-dominates',
  'source-dominates',
  /** Fixed and mobile lines, or lines of which nobody knows which they are, are in one figure. */
  'access-mixed',
] as const;

export const ReasonSchema = v.object({
  code: v.picklist(REASON_CODES),
  /** How many votes more would do, if they came from new sources and other sites; null where no number would. */
  needs: v.nullable(v.number()),
});
export type Reason = v.InferOutput<typeof ReasonSchema>;

/** Whether a figure may be published, and what it lacks. */
export const VerdictSchema = v.object({
  publishable: v.boolean(),
  /** Publishable, but so few votes that its interval is wide. */
  provisional: v.boolean(),
  /** Empty where it is publishable. */
  reasons: v.array(ReasonSchema),
  /** The largest of the reasons' needs; 0 without any. */
  needs: v.number(),
});
export type Verdict = v.InferOutput<typeof VerdictSchema>;
