import * as v from 'valibot';
import { ProvinceCodeSchema } from './province.ts';
import { VerdictSchema } from './verdict.ts';

/** A cell of fewer votes tells of single lines: their number is published, and nothing else. */
export const MIN_CELL_VOTES = 10;

/** One measure of a cell: its votes' quantiles, each within 1.9 % of the exact one. */
export const FigureSchema = v.object({
  votes: v.number(),
  p10: v.number(),
  median: v.number(),
  p90: v.number(),
  /** The true median lies in it with 95 %; null below six votes. */
  interval: v.nullable(v.object({ low: v.number(), high: v.number() })),
});
export type Figure = v.InferOutput<typeof FigureSchema>;

/** One province in one month: the votes of verified, complete results. */
export const CellSchema = v.object({
  province: ProvinceCodeSchema,
  /** YYYY-MM in Vietnam's time (UTC+7). */
  month: v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'month must be YYYY-MM')),
  count: v.number(),
  /** Fewer than {@link MIN_CELL_VOTES}: the figures are withheld. */
  suppressed: v.optional(v.boolean(), false),
  medianDownloadBitsPerSecond: v.nullable(v.number()),
  medianUploadBitsPerSecond: v.nullable(v.number()),
  medianLatencyMs: v.nullable(v.number()),
  /** Of the results where IPv6 was probed, the share where it works; null where none was. */
  ipv6Share: v.nullable(v.number()),
  /** Null where they are withheld. */
  figures: v.nullable(
    v.object({
      downloadBitsPerSecond: v.nullable(FigureSchema),
      uploadBitsPerSecond: v.nullable(FigureSchema),
      latencyMs: v.nullable(FigureSchema),
    }),
  ),
  verdict: VerdictSchema,
});
export type Cell = v.InferOutput<typeof CellSchema>;

/** `GET /v1/statistics?month=YYYY-MM&province=NN …`; all filters optional. */
export const StatisticsSchema = v.object({ provinceCodes: v.string(), cells: v.array(CellSchema) });
export type Statistics = v.InferOutput<typeof StatisticsSchema>;
