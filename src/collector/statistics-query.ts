import * as v from 'valibot';
import { asnsOfOperator } from '../node/networks.ts';
import { ACCESSES, type Access } from '../protocol/access.ts';
import { ContextSchema } from '../protocol/context.ts';
import { MonthSchema, monthsOf, PeriodSchema } from '../protocol/period.ts';
import { PointScopeSchema } from '../protocol/point.ts';
import { PROVINCE_CODES, ProvinceCodeSchema } from '../protocol/province.ts';
import { ACCESS_KINDS } from '../statistics/cell-key.ts';
import { AsnQuerySchema } from './asn-query.ts';
import { checkShape } from './check-shape.ts';
import { ProblemError } from './problem.ts';
import type { StatisticsFilter } from './result-store.ts';
import { parameter } from './route-doc.ts';

const AccessQuerySchema = v.picklist([...ACCESSES, 'fixed', 'mobile']);
const FamilyQuerySchema = v.picklist(['4', '6']);

const QuerySchema = v.object({
  period: v.optional(PeriodSchema),
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

/** What figures can be asked by, for the API's description. */
export const statisticsParameters = [
  parameter('query', 'period', {
    schema: PeriodSchema,
    description: 'A month, a quarter or a year as one: YYYY-MM, YYYY-Qn, YYYY. Not together with month, from or to',
  }),
  parameter('query', 'month', { schema: MonthSchema, description: 'YYYY-MM; all months without it' }),
  parameter('query', 'from', { schema: MonthSchema, description: 'The first month of a span' }),
  parameter('query', 'to', { schema: MonthSchema, description: 'The last month of a span' }),
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
];

/** What somebody asks for: which votes, and over which period they are to be one figure; null is each month apart. */
export interface StatisticsQuery {
  readonly filter: StatisticsFilter;
  readonly period: string | null;
}

/** Throws a 400 problem that names the filter that is wrong. */
export const readStatisticsQuery = (query: Record<string, string>): StatisticsQuery => {
  const { period, month, from, to, province, asn, access, family, ...same } = checkShape(QuerySchema, query, 400);
  if (period !== undefined && (month ?? from ?? to) !== undefined)
    throw new ProblemError(400, 'period: give a period, or month, or from and to.');
  const filter: StatisticsFilter = {
    ...same,
    ...(period === undefined ? { from, to } : monthsOf(period)),
    month: month ?? null,
    province: province ?? null,
    asns: asn === undefined ? undefined : asnsOfOperator(asn),
    accesses: access === undefined ? undefined : accessesOf(access),
    ipFamily: family === undefined ? undefined : family === '4' ? 4 : 6,
  };
  return { filter, period: period ?? null };
};

const accessesOf = (access: v.InferOutput<typeof AccessQuerySchema>): readonly Access[] =>
  access === 'fixed' || access === 'mobile' ? ACCESS_KINDS[access] : [access];
