import * as v from 'valibot';
import { ACCESSES, type Access } from '../protocol/access.ts';
import { ContextSchema } from '../protocol/context.ts';
import { MonthSchema, monthsOf, PeriodSchema } from '../protocol/period.ts';
import { type AsnSpan, OperatorIdSchema } from '../protocol/operator.ts';
import { ScopeSchema } from '../protocol/point.ts';
import { PROVINCE_CODES, ProvinceCodeSchema } from '../protocol/province.ts';
import { PROVINCE_CODES_2004, ProvinceCode2004Schema } from '../protocol/province-2004.ts';
import { WHOLE_COUNTRY } from '../protocol/statistics.ts';
import { ACCESS_KINDS } from '../statistics/cell-key.ts';
import type { CollectorParts } from './app.ts';
import { type Edition, EDITIONS } from './area-codes.ts';
import { AsnQuerySchema } from './asn-query.ts';
import { checkShape } from './check-shape.ts';
import type { OperatorRegistry } from './operator-registry.ts';
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
  codes: v.optional(v.picklist(EDITIONS), PROVINCE_CODES),
  operator: v.optional(OperatorIdSchema),
  asn: v.optional(AsnQuerySchema),
  access: v.optional(AccessQuerySchema),
  family: v.optional(FamilyQuerySchema),
  scope: v.optional(ScopeSchema),
  context: v.optional(ContextSchema, 'citizen'),
});

/** Of the 34 or of the 63: the message says which. */
const PROVINCE_QUERIES = {
  [PROVINCE_CODES]: v.object({ province: v.optional(ProvinceCodeSchema) }),
  [PROVINCE_CODES_2004]: v.object({ province: v.optional(ProvinceCode2004Schema) }),
} satisfies Record<Edition, v.GenericSchema>;

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
    schema: v.union([ProvinceCode2004Schema, v.literal(WHOLE_COUNTRY)]),
    description: `Code of the edition that is asked for, or ${WHOLE_COUNTRY} for the country alone; all provinces and the country without it`,
  }),
  parameter('query', 'codes', {
    schema: v.picklist(EDITIONS),
    description: `By which codes: ${PROVINCE_CODES} without it, which is all history under today's borders; ${PROVINCE_CODES_2004} is what was stored under the codes of before July 2025`,
  }),
  parameter('query', 'operator', {
    schema: OperatorIdSchema,
    description: 'Of this operator: an id of GET /v1/operators; of each month the networks that were its own then',
  }),
  parameter('query', 'asn', {
    schema: v.pipe(v.number(), v.integer()),
    description: 'Of an operator by one of its AS numbers: of each month the one that had it then',
  }),
  parameter('query', 'access', {
    schema: AccessQuerySchema,
    description: 'Of lines that people said are such; fixed is wifi and cable, mobile is 4g and 5g',
  }),
  parameter('query', 'family', { schema: FamilyQuerySchema, description: 'Measured over IPv4 or IPv6' }),
  parameter('query', 'scope', {
    schema: ScopeSchema,
    description: 'Measured against points of this scope, seen from the line',
  }),
  parameter('query', 'context', { schema: ContextSchema, description: 'Who measured; citizen without it' }),
];

/** What somebody asks for: which votes, and over which period they are to be one figure; null is each month apart. */
export interface StatisticsQuery {
  readonly filter: StatisticsFilter;
  readonly period: string | null;
  /** Of all provinces together, none apart. */
  readonly isCountryAlone: boolean;
}

/** Throws a 400 problem that names the filter that is wrong. */
export const readStatisticsQuery = (
  query: Record<string, string>,
  { operators }: Pick<CollectorParts, 'operators'>,
): StatisticsQuery => {
  const { period, month, from, to, operator, asn, access, family, ...same } = checkShape(QuerySchema, query, 400);
  if (period !== undefined && (month ?? from ?? to) !== undefined)
    throw new ProblemError(400, 'period: give a period, or month, or from and to.');
  if (month !== undefined && (from ?? to) !== undefined)
    throw new ProblemError(400, 'month: give a month, or from and to.');
  if (from !== undefined && to !== undefined && from > to) throw new ProblemError(400, 'to: must not be before from.');
  const isCountryAlone = query['province'] === WHOLE_COUNTRY;
  const { province } = isCountryAlone ? {} : checkShape(PROVINCE_QUERIES[same.codes], query, 400);
  const filter: StatisticsFilter = {
    ...same,
    ...(period === undefined ? { from, to } : monthsOf(period)),
    month: month ?? null,
    province: province ?? null,
    asns: networksOf({ operator, asn }, operators),
    accesses: access === undefined ? undefined : accessesOf(access),
    ipFamily: family === undefined ? undefined : family === '4' ? 4 : 6,
  };
  return { filter, period: period ?? null, isCountryAlone };
};

/** Undefined where nobody asks for an operator. */
const networksOf = (
  { operator, asn }: { readonly operator?: string | undefined; readonly asn?: number | undefined },
  operators: OperatorRegistry,
): readonly AsnSpan[] | undefined => {
  if (operator === undefined) return asn === undefined ? undefined : operators.networksAround(asn);
  if (asn !== undefined) throw new ProblemError(400, 'operator: ask by operator or by asn, not by both.');
  const networks = operators.networksOf(operator);
  if (networks) return networks;
  throw new ProblemError(400, `operator: there is no operator ${operator}; GET /v1/operators lists them.`);
};

const accessesOf = (access: v.InferOutput<typeof AccessQuerySchema>): readonly Access[] =>
  access === 'fixed' || access === 'mobile' ? ACCESS_KINDS[access] : [access];
