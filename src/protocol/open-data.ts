import * as v from 'valibot';
import { MonthSchema } from './period.ts';

/** One file of a published month. */
export const OpenFileSchema = v.object({
  name: v.string(),
  /** Below the collector's origin. */
  path: v.string(),
  bytes: v.number(),
  /** Of all its bytes, hexadecimal; it is the file's ETag, too. */
  sha256: v.string(),
  mediaType: v.string(),
});
export type OpenFile = v.InferOutput<typeof OpenFileSchema>;

/** A published month. */
export const OpenMonthSchema = v.object({
  month: MonthSchema,
  /** Nobody measured these results. */
  simulated: v.boolean(),
  /** As whoever published it wrote it: an SPDX identifier, an address or a sentence. */
  licence: v.string(),
  files: v.array(OpenFileSchema),
});
export type OpenMonth = v.InferOutput<typeof OpenMonthSchema>;

/** `GET /v1/open-data`: the newest month first. */
export const OpenDataSchema = v.object({ months: v.array(OpenMonthSchema) });
export type OpenData = v.InferOutput<typeof OpenDataSchema>;
