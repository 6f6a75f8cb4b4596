import * as v from 'valibot';
import { ProvinceCodeSchema } from './province.ts';

/** One province in one month: verified, complete results only. */
export const CellSchema = v.object({
  province: ProvinceCodeSchema,
  /** YYYY-MM in Vietnam's time (UTC+7). */
  month: v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'month must be YYYY-MM')),
  count: v.number(),
  medianDownloadBitsPerSecond: v.nullable(v.number()),
  medianUploadBitsPerSecond: v.nullable(v.number()),
  medianLatencyMs: v.nullable(v.number()),
  /** Of the results where IPv6 was probed, the share where it works; null where none was. */
  ipv6Share: v.nullable(v.number()),
});
export type Cell = v.InferOutput<typeof CellSchema>;

/** `GET /v1/statistics?month=YYYY-MM&province=NN`; both filters optional. */
export const StatisticsSchema = v.object({ provinceCodes: v.string(), cells: v.array(CellSchema) });
export type Statistics = v.InferOutput<typeof StatisticsSchema>;
