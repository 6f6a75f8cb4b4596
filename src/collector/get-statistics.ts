import type { Handler } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import { asnsOfOperator } from '../node/networks.ts';
import { ACCESSES, type Access } from '../protocol/access.ts';
import { ContextSchema } from '../protocol/context.ts';
import { PointScopeSchema } from '../protocol/point.ts';
import { PROVINCE_CODES, ProvinceCodeSchema } from '../protocol/province.ts';
import { CellSchema, type Statistics, StatisticsSchema } from '../protocol/statistics.ts';
import { ACCESS_KINDS } from '../statistics/cell-key.ts';
import { suppress } from '../statistics/suppress.ts';
import { cellOf } from '../statistics/tally.ts';
import type { CollectorParts } from './app.ts';
import { AsnQuerySchema } from './asn-query.ts';
import { checkShape } from './check-shape.ts';
import { bodyOf, parameter, problems } from './route-doc.ts';

const MonthSchema = CellSchema.entries.month;
const AccessQuerySchema = v.picklist([...ACCESSES, 'fixed', 'mobile']);
const FamilyQuerySchema = v.picklist(['4', '6']);

const QuerySchema = v.object({
  month: v.optional(MonthSchema),
  from: v.optional(MonthSchema),
  to: v.optional(MonthSchema),
  province: v.optional(ProvinceCodeSchema),
  asn: v.optional(AsnQuerySchema),
  access: v.optional(AccessQuerySchema),
  family: v.optional(FamilyQuerySchema),
  scope: v.optional(PointScopeSchema),
  context: v.optional(ContextSchema, 'citizen'),
});

export const getStatisticsDoc = describeRoute({
  summary: 'Figures by province and month, how sure they are, and whether they may be published',
  parameters: [
    parameter('query', 'month', { schema: MonthSchema, description: 'YYYY-MM; all months without it' }),
    parameter('query', 'from', { schema: MonthSchema, description: 'The first month of a period' }),
    parameter('query', 'to', { schema: MonthSchema, description: 'The last month of a period' }),
    parameter('query', 'province', {
      schema: ProvinceCodeSchema,
      description: `Code of ${PROVINCE_CODES}; all without it`,
    }),
    parameter('query', 'asn', {
      schema: v.pipe(v.number(), v.integer()),
      description: 'Of this operator: an AS number, which stands for all of the same operator',
    }),
    parameter('query', 'access', {
      schema: AccessQuerySchema,
      description: 'Of lines that people said are such; fixed is wifi and cable, mobile is 4g and 5g',
    }),
    parameter('query', 'family', { schema: FamilyQuerySchema, description: 'Measured over IPv4 or IPv6' }),
    parameter('query', 'scope', { schema: PointScopeSchema, description: 'Measured against points of this scope' }),
    parameter('query', 'context', { schema: ContextSchema, description: 'Who measured; citizen without it' }),
  ],
  responses: {
    200: { description: 'The figures', content: bodyOf('Statistics', StatisticsSchema) },
    304: { description: 'Still what If-None-Match names' },
    ...problems({ 400: 'A filter is wrong; the detail says which', 429: 'Too many requests from this network' }),
  },
});

/** `GET /v1/statistics`. */
export const getStatistics =
  ({ store, limiter }: CollectorParts): Handler =>
  async (context) => {
    await limiter.admit('read', context);
    const query = checkShape(QuerySchema, context.req.query(), 400);
    const { month = null, province = null, asn, access, family, ...same } = query;
    const tallies = await store.tallies({
      ...same,
      month,
      province,
      asns: asn === undefined ? undefined : asnsOfOperator(asn),
      accesses: access === undefined ? undefined : accessesOf(access),
      ipFamily: family === undefined ? undefined : family === '4' ? 4 : 6,
    });
    const statistics: Statistics = {
      provinceCodes: PROVINCE_CODES,
      cells: tallies.map(cellOf).map(suppress),
    };
    return context.json(statistics);
  };

const accessesOf = (access: v.InferOutput<typeof AccessQuerySchema>): readonly Access[] =>
  access === 'fixed' || access === 'mobile' ? ACCESS_KINDS[access] : [access];
