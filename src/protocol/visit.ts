import * as v from 'valibot';
import { FAILURE_CODES } from './failure.ts';
import { ProvinceCodeSchema } from './province.ts';
import { SiteIdSchema } from './ticket.ts';
import { VersionSchema } from './version.ts';

/**
 * How far a visit of a page came, each step after the one before: the element was seen, a person agreed to a test, the collector opened
 * one, a result was shown. At a kiosk a visit is one person, seen from the first press on.
 */
export const VISIT_STEPS = ['shown', 'consented', 'started', 'finished'] as const;
export const VisitStepSchema = v.picklist(VISIT_STEPS);
export type VisitStep = v.InferOutput<typeof VisitStepSchema>;

/** Why a visit came no further; without one nobody knows: not pressed, or left. */
export const LOSS_REASONS = [...FAILURE_CODES, 'cancelled'] as const;
export const LossReasonSchema = v.picklist(LOSS_REASONS);
export type LossReason = v.InferOutput<typeof LossReasonSchema>;

export const LAYOUTS = ['card', 'banner', 'kiosk'] as const;
export type Layout = (typeof LAYOUTS)[number];

/**
 * `POST /v1/visits`, when a page is left or hidden: believed where the page's origin is the site's, only counted, answered 204. Nothing
 * in it tells one person from another.
 */
export const VisitSchema = v.object({
  site: SiteIdSchema,
  /** The page's attribute, or the person's choice. */
  province: v.nullish(ProvinceCodeSchema, null),
  version: VersionSchema,
  /** Of a page's attribute; an unknown one shows the card. */
  layout: v.fallback(v.picklist(LAYOUTS), 'card'),
  reached: VisitStepSchema,
  /** What this visit has said before, so that no step counts twice; null the first time. */
  after: v.nullish(VisitStepSchema, null),
  lossReason: v.nullish(LossReasonSchema, null),
});
export type Visit = v.InferOutput<typeof VisitSchema>;
/** As pages send it. */
export type VisitMessage = v.InferInput<typeof VisitSchema>;

/** The steps that are new with this message. */
export const newSteps = ({ reached, after }: Pick<Visit, 'reached' | 'after'>): readonly VisitStep[] =>
  VISIT_STEPS.slice(after === null ? 0 : VISIT_STEPS.indexOf(after) + 1, VISIT_STEPS.indexOf(reached) + 1);
