import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { Access } from '../protocol/access.ts';
import { PROVINCE_CODES, type ProvinceCode } from '../protocol/province.ts';
import { accessKindOf } from '../statistics/cell-key.ts';
import type { Bin } from '../statistics/histogram.ts';
import { type Measure, MEASURES, type Tally } from '../statistics/tally.ts';
import type { Evidence } from '../statistics/verdict.ts';
import { ALL, ALL_ACCESSES } from './cell-row.ts';
import { groupBy } from './group-by.ts';
import type { Tables } from './result-row.ts';
import type { StatisticsFilter } from './result-store.ts';

type Histograms = Record<Measure, Map<Bin, number>>;

/** Tallies by month and province in that order. They are read from the histograms alone: no number of results makes that slower. */
export const readTallies = async (database: Kysely<Tables>, filter: StatisticsFilter): Promise<Tally[]> => {
  const counts = await readCounts(database, filter);
  const histograms = await readHistograms(database, filter);
  return [...groupBy(counts, ({ month, province }) => month + province)].map(([cell, rows]) => ({
    province: rows[0]!.province as ProvinceCode,
    month: rows[0]!.month,
    ...evidenceOf(rows),
    ipv6Probed: sum(rows, 'probed'),
    ipv6Works: sum(rows, 'works'),
    histograms: histograms.get(cell) ?? emptyHistograms(),
  }));
};

interface Count {
  readonly month: string;
  readonly province: string;
  readonly site: string;
  readonly access: string;
  readonly votes: number;
  readonly sourced: number;
  readonly probed: number;
  readonly works: number;
}

const readCounts = async (database: Kysely<Tables>, filter: StatisticsFilter): Promise<Count[]> => {
  const rows = await chosen(database.selectFrom('cells'), filter, false)
    .select(({ fn }) => [
      'month',
      'province',
      'site',
      'access',
      fn.sum<number | string>('votes').as('votes'),
      fn.sum<number | string>('sourced').as('sourced'),
      fn.sum<number | string>('ipv6_probed').as('probed'),
      fn.sum<number | string>('ipv6_works').as('works'),
    ])
    .groupBy(['month', 'province', 'site', 'access'])
    .orderBy('month')
    .orderBy('province')
    .execute();
  return rows
    .map(({ votes, sourced, probed, works, ...rest }) => ({
      ...rest,
      votes: Number(votes),
      sourced: Number(sourced),
      probed: Number(probed),
      works: Number(works),
    }))
    .filter(({ votes }) => votes > 0); // a vote that was taken back leaves a 0
};

/** Within a month a source has one vote, so known votes are known sources. */
const evidenceOf = (rows: readonly Count[]): Evidence => {
  const sites = [...groupBy(rows, ({ site }) => site).values()].map((ofSite) => sum(ofSite, 'votes'));
  // Written by cellRowOf; '' is unknown.
  const kinds = new Set(rows.map(({ access }) => accessKindOf(access === '' ? null : (access as Access))));
  return {
    votes: sum(rows, 'votes'),
    sources: sum(rows, 'sourced'),
    topSiteVotes: Math.max(...sites),
    topSourceVotes: 1,
    isOneAccessKind: kinds.size === 1 && !kinds.has(null),
  };
};

const sum = (rows: readonly Count[], column: 'votes' | 'sourced' | 'probed' | 'works'): number =>
  rows.reduce((total, row) => total + row[column], 0);

const readHistograms = async (
  database: Kysely<Tables>,
  filter: StatisticsFilter,
): Promise<ReadonlyMap<string, Histograms>> => {
  const rows = await chosen(database.selectFrom('cell_bins'), filter, true)
    .select(({ fn }) => ['month', 'province', 'measure', 'bin', fn.sum<number | string>('votes').as('votes')])
    .groupBy(['month', 'province', 'measure', 'bin'])
    .execute();
  const histograms = new Map<string, Histograms>();
  for (const { month, province, measure, bin, votes } of rows) {
    const cell = month + province;
    if (!histograms.has(cell)) histograms.set(cell, emptyHistograms());
    if (Number(votes) > 0) histograms.get(cell)![measure].set(bin, Number(votes));
  }
  return histograms;
};

const emptyHistograms = (): Histograms =>
  Object.fromEntries(MEASURES.map((measure) => [measure, new Map<Bin, number>()])) as Histograms;

/** The rows of the cells that the filter lets through: sums of cells where it does not ask for what they sum over. */
const chosen = <Table extends 'cells' | 'cell_bins'>(
  rows: SelectQueryBuilder<Tables, Table, object>,
  { month, from, to, province, asns, accesses, ipFamily, scope, context = 'citizen' }: StatisticsFilter,
  sumsAccesses: boolean,
) => {
  const isSummed = asns === undefined && ipFamily === undefined && scope === undefined;
  // Both tables have the key's columns; Kysely cannot see that through a type parameter.
  let query = (rows as unknown as SelectQueryBuilder<Tables, 'cell_bins', object>)
    .where('province_codes', '=', PROVINCE_CODES)
    .where('context', '=', context)
    .where('scope', isSummed ? '=' : '<>', ALL.scope);
  if (isSummed && sumsAccesses && accesses === undefined) query = query.where('access', '=', ALL_ACCESSES);
  if (month !== null) query = query.where('month', '=', month);
  if (from !== undefined) query = query.where('month', '>=', from);
  if (to !== undefined) query = query.where('month', '<=', to);
  if (province !== null) query = query.where('province', '=', province);
  if (asns !== undefined) query = query.where('asn', 'in', asns);
  if (accesses !== undefined) query = query.where('access', 'in', accesses);
  if (ipFamily !== undefined) query = query.where('ip_family', '=', ipFamily);
  if (scope !== undefined) query = query.where('scope', '=', scope);
  return query as unknown as SelectQueryBuilder<Tables, Table, object>;
};
