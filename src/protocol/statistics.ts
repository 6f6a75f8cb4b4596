import * as v from 'valibot';
import { CommuneSchema } from './commune.ts';
import { MonthSchema } from './period.ts';
import { AreaCodeSchema } from './province.ts';
import { VerdictSchema } from './verdict.ts';

/** A cell of fewer votes tells of single lines: their number is published, and nothing else. */
export const MIN_CELL_VOTES = 10;

const IntervalSchema = v.object({ low: v.number(), high: v.number() });

/** One measure of a cell: its votes' quantiles, each within 1.9 % of the exact one. */
export const FigureSchema = v.object({
  votes: v.number(),
  p10: v.number(),
  median: v.number(),
  p90: v.number(),
  /** The true median lies in it with 95 %; null below six votes. */
  interval: v.nullable(IntervalSchema),
});
export type Figure = v.InferOutput<typeof FigureSchema>;

/**
 * IPv4 and IPv6 side by side, of the votes that reached the same point by both: how long a connection took to be set up. That is TCP and,
 * where the point has it, TLS: two or three round trips and no single one, so it is not comparable with `latencyMs`, only with the other family.
 */
export const PairedSchema = v.object({
  votes: v.number(),
  ipv4LatencyMs: v.nullable(FigureSchema),
  ipv6LatencyMs: v.nullable(FigureSchema),
  /** IPv6's time by IPv4's of the same vote: above 1, IPv6 is the slower one. */
  ratio: v.nullable(FigureSchema),
});
export type Paired = v.InferOutput<typeof PairedSchema>;

/** One province, or the country, in one period: the votes of verified, complete results. */
export const CellSchema = v.object({
  /** Of the edition that the answer names in `provinceCodes`; null is the whole country. */
  province: v.nullable(AreaCodeSchema),
  /** Of a cell of a commune; absent in those of provinces and of the country. */
  commune: v.optional(v.object({ code: CommuneSchema.entries.code, name: CommuneSchema.entries.name })),
  /** The period as it was asked for, or the month. */
  period: v.string(),
  /** Null where the period is more than a month. */
  month: v.nullable(MonthSchema),
  count: v.number(),
  /** Fewer than {@link MIN_CELL_VOTES}: the figures are withheld. */
  suppressed: v.optional(v.boolean(), false),
  medianDownloadBitsPerSecond: v.nullable(v.number()),
  medianUploadBitsPerSecond: v.nullable(v.number()),
  medianLatencyMs: v.nullable(v.number()),
  /** Of the results where IPv6 was probed, the share where it works; null where fewer than {@link MIN_CELL_VOTES} were. */
  ipv6Share: v.nullable(v.number()),
  /** The same with the votes it is of, and the interval in which the true share lies with 95 %. */
  ipv6: v.nullable(v.object({ votes: v.number(), share: v.number(), interval: IntervalSchema })),
  /** Null where fewer than {@link MIN_CELL_VOTES} votes measured both families. */
  ipv6Paired: v.nullable(PairedSchema),
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

/** What asks for the country alone where a province's code may stand: a curve of twelve months needs no answer of four hundred cells. */
export const WHOLE_COUNTRY = 'country';

/** `GET /v1/statistics?month=YYYY-MM&province=NN …`; all filters optional. */
export const StatisticsSchema = v.object({
  /** The edition of the cells' codes: what was asked for. */
  provinceCodes: v.string(),
  /** The store holds simulated results: nobody measured them. */
  simulated: v.optional(v.boolean(), false),
  /** The version of the rule by which results count; see `validity.ts` of the collector. */
  validityVersion: v.string(),
  /** One cell a province and period; none where {@link WHOLE_COUNTRY} was asked for. */
  cells: v.array(CellSchema),
  /** All provinces together, one cell a period; none where one of them was asked for. */
  country: v.array(CellSchema),
});
export type Statistics = v.InferOutput<typeof StatisticsSchema>;

/** `GET /v1/statistics/periods`. */
export const PeriodsSchema = v.object({
  /** The months that have votes of citizens, the newest first. */
  months: v.array(MonthSchema),
});
export type Periods = v.InferOutput<typeof PeriodsSchema>;

/** Votes between two values, `low` included: one bin of a histogram. */
export const BarSchema = v.object({ low: v.number(), high: v.number(), votes: v.number() });
export type Bar = v.InferOutput<typeof BarSchema>;

/** `GET /v1/statistics/distribution?province=NN&period=2026-Q3 …`: how a cell's votes are spread; bars ascend, none is empty. */
export const DistributionSchema = v.object({
  /** Null is the whole country. */
  province: v.nullable(AreaCodeSchema),
  /** The period or the month as it was asked for; null where neither was: all the time there is, or from `from` to `to`. */
  period: v.nullable(v.string()),
  count: v.number(),
  /** Fewer than {@link MIN_CELL_VOTES}: there are no bars. */
  suppressed: v.boolean(),
  /** bit/s, bit/s and ms. */
  download: v.array(BarSchema),
  upload: v.array(BarSchema),
  latency: v.array(BarSchema),
});
export type Distribution = v.InferOutput<typeof DistributionSchema>;
