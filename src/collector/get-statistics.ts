import type { Handler } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import { PROVINCE_CODES, ProvinceCodeSchema } from '../protocol/province.ts';
import { CellSchema, type Statistics, StatisticsSchema } from '../protocol/statistics.ts';
import { suppress } from '../statistics/suppress.ts';
import { cellOf } from '../statistics/tally.ts';
import type { CollectorParts } from './app.ts';
import { checkShape } from './check-shape.ts';
import { bodyOf, parameter, problems } from './route-doc.ts';

const QuerySchema = v.object({
  month: v.optional(CellSchema.entries.month),
  province: v.optional(ProvinceCodeSchema),
});

export const getStatisticsDoc = describeRoute({
  summary: 'Figures of citizens by province and month, from verified and complete results',
  parameters: [
    parameter('query', 'month', { schema: CellSchema.entries.month, description: 'YYYY-MM; all months without it' }),
    parameter('query', 'province', {
      schema: ProvinceCodeSchema,
      description: `Code of ${PROVINCE_CODES}; all without it`,
    }),
  ],
  responses: {
    200: { description: 'The figures', content: bodyOf('Statistics', StatisticsSchema) },
    ...problems({ 400: 'A filter is wrong; the detail says which', 429: 'Too many requests from this network' }),
  },
});

/** `GET /v1/statistics`. */
export const getStatistics =
  ({ store, limiter }: CollectorParts): Handler =>
  async (context) => {
    await limiter.admit('read', context);
    const { month = null, province = null } = checkShape(QuerySchema, context.req.query(), 400);
    const statistics: Statistics = {
      provinceCodes: PROVINCE_CODES,
      cells: (await store.tallies({ month, province })).map(cellOf).map(suppress),
    };
    return context.json(statistics);
  };
