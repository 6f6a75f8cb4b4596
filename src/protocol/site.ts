import * as v from 'valibot';
import { ContextSchema } from './context.ts';
import { ProvinceCodeSchema } from './province.ts';
import { SiteIdSchema } from './ticket.ts';

/** A day's tests of a site whose entry says nothing: one and a half million a quarter are 16,000 a day for the whole country. */
export const DEFAULT_TESTS_PER_DAY = 20_000;

const OriginSchema = v.pipe(
  v.string(),
  v.regex(/^https?:\/\/[^/\s]+$/, 'must be an origin: http(s)://host[:port], no path'),
);

/** A site that may say that it embeds the element, as the collector's operator registers it. */
export const SiteSchema = v.object({
  id: SiteIdSchema,
  name: v.pipe(v.string(), v.maxLength(120)),
  /** Whose site it is; null where no province's. Says nothing about where its visitors are. */
  province: v.nullable(ProvinceCodeSchema),
  context: v.optional(ContextSchema, 'citizen'),
  /** Pages of these origins speak for the site. */
  origins: v.pipe(v.array(OriginSchema), v.minLength(1, 'needs at least one origin')),
  testsPerDay: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), DEFAULT_TESTS_PER_DAY),
});
export type Site = v.InferOutput<typeof SiteSchema>;
