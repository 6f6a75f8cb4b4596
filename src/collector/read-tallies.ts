import type { Kysely } from 'kysely';
import { PROVINCE_CODES, type ProvinceCode } from '../protocol/province.ts';
import { emptyHistogram } from '../statistics/histogram.ts';
import { histogramsBy } from '../statistics/merge-tallies.ts';
import { MEASURES, type Tally } from '../statistics/tally.ts';
import { ALL, type Dimension, levelFor } from './cell-level.ts';
import { BIN_COLUMNS, type CellRow, type NUMBERS } from './cell-row.ts';
import { groupBy } from './group-by.ts';
import { addBins, addCounts } from './packed-counts.ts';
import type { Tables } from './result-row.ts';
import type { StatisticsFilter } from './result-store.ts';

/** Tallies by month and province in that order. One statement reads them, and from histograms alone: no number of results makes that slower. */
export const readTallies = async (database: Kysely<Tables>, filter: StatisticsFilter): Promise<Tally[]> => {
  const rows = await chosen(database, filter).selectAll().orderBy('month').orderBy('province').execute();
  return [...groupBy(rows, ({ month, province }) => month + province).values()].map(tallyOf);
};

/** The months in which anybody voted, the newest first. */
export const readMonths = async (database: Kysely<Tables>): Promise<string[]> => {
  const rows = await chosen(database, { month: null, province: null }).select('month').distinct().execute();
  return rows
    .map(({ month }) => month)
    .sort()
    .reverse();
};

/** Rows of one province and month. Within these a source has one vote, so known votes are known sources. */
const tallyOf = (rows: readonly CellRow[]): Tally => {
  const sum = (column: (typeof NUMBERS)[number]) => rows.reduce((total, row) => total + row[column], 0);
  const sites = new Map<string, number>();
  const histograms = histogramsBy(emptyHistogram);
  for (const row of rows) {
    addCounts(row.sites, sites);
    for (const measure of MEASURES) addBins(row[BIN_COLUMNS[measure]], histograms[measure]);
  }
  return {
    province: rows[0]!.province as ProvinceCode,
    period: rows[0]!.month,
    votes: sum('votes'),
    sources: sum('sourced'),
    topSourceVotes: 1,
    sites,
    fixed: sum('fixed'),
    mobile: sum('mobile'),
    ipv6Probed: sum('ipv6_probed'),
    ipv6Works: sum('ipv6_works'),
    histograms,
  };
};

/** The rows that the filter lets through, of the level that sums over most of what it does not ask for. */
const chosen = (
  database: Kysely<Tables>,
  { month, from, to, province, asns, accesses, ipFamily, scope, context = 'citizen' }: StatisticsFilter,
) => {
  let query = database
    .selectFrom('cells')
    .where('province_codes', '=', PROVINCE_CODES)
    .where('context', '=', context)
    .where('votes', '>', 0); // a vote that was taken back leaves a 0
  if (month !== null) query = query.where('month', '=', month);
  if (from !== undefined) query = query.where('month', '>=', from);
  if (to !== undefined) query = query.where('month', '<=', to);
  if (province !== null) query = query.where('province', '=', province);
  const asked: Partial<Record<Dimension, readonly (string | number)[] | undefined>> = {
    scope: scope && [scope],
    access: accesses,
    asn: asns,
    ip_family: ipFamily && [ipFamily],
  };
  const dimensions = Object.keys(ALL) as Dimension[];
  const level = levelFor(dimensions.filter((dimension) => asked[dimension] !== undefined));
  for (const dimension of dimensions) {
    const values = asked[dimension];
    if (values !== undefined) query = query.where(dimension, 'in', values);
    else query = query.where(dimension, level.includes(dimension) ? '=' : '<>', ALL[dimension]);
  }
  return query;
};
