import * as v from 'valibot';
import { CommuneSchema } from './commune.ts';
import { MonthSchema } from './period.ts';
import { PROVINCE_CODES, ProvinceCodeSchema } from './province.ts';

/** A province's figure counts from this many votes a month on: what VNNIC asks of each province (its letter of 2022). */
export const VOTES_NEEDED = 100;

/** Medians that are publishable: of one month, in this province. */
export const FiguresSchema = v.object({
  month: MonthSchema,
  votes: v.number(),
  medianDownloadBitsPerSecond: v.number(),
  medianUploadBitsPerSecond: v.number(),
  medianLatencyMs: v.number(),
});
export type Figures = v.InferOutput<typeof FiguresSchema>;

/** `GET /v1/provinces/{code}/progress?asn=NNN&commune=NNNNN`: how far a province is this month, and what a result there can be compared with. */
export const ProgressSchema = v.object({
  provinceCodes: v.literal(PROVINCE_CODES),
  province: ProvinceCodeSchema,
  /** The running month in Vietnam's time. */
  month: MonthSchema,
  /** Votes so far, {@link VOTES_NEEDED} wanted, and the difference, never below 0. */
  votes: v.number(),
  needed: v.number(),
  missing: v.number(),
  /** The newest publishable figures, of this month or the one before; null where neither has {@link VOTES_NEEDED} votes. */
  figures: v.nullable(FiguresSchema),
  /** The same of the one operator asked for. */
  operator: v.nullable(v.object({ asn: v.number(), figures: v.nullable(FiguresSchema) })),
  /** How far the one commune asked for is, which needs more than a province; absent where none was. */
  commune: v.optional(
    v.object({
      code: CommuneSchema.entries.code,
      name: CommuneSchema.entries.name,
      votes: v.number(),
      needed: v.number(),
      missing: v.number(),
    }),
  ),
});
export type Progress = v.InferOutput<typeof ProgressSchema>;
