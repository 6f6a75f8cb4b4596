import type { Kysely } from 'kysely';
import { PROVINCE_CODES, type ProvinceCode } from '../protocol/province.ts';
import { emptyHistogram, takeFrom } from '../statistics/histogram.ts';
import { histogramsBy } from '../statistics/merge-tallies.ts';
import type { Tally } from '../statistics/tally.ts';
import { ALL, type Dimension, DIMENSIONS } from './cell-level.ts';
import { BIN_COLUMNS, type CellRow, NUMBERS, PACKED } from './cell-row.ts';
import { groupBy } from './group-by.ts';
import { addBins, addCounts } from './packed-counts.ts';
import type { Tables } from './result-row.ts';
import type { StatisticsFilter } from './result-store.ts';

/** Tallies by month and province in that order. One statement reads them, and from histograms alone: no number of results makes that slower. */
export const readTallies = async (database: Kysely<Tables>, filter: StatisticsFilter): Promise<Tally[]> => {
  const rows = await chosen(database, filter).select(TALLIED).orderBy('month').orderBy('province').execute();
  return [...groupBy(rows, ({ month, province }) => month + province).values()].map(tallyOf);
};

/** What a filter asks for is the same in all rows that it lets through, and only costs time. */
const TALLIED = ['province', 'month', ...NUMBERS, ...PACKED] as const;
type TalliedRow = Pick<CellRow, (typeof TALLIED)[number]>;

/** The months in which anybody voted, the newest first. */
export const readMonths = async (database: Kysely<Tables>): Promise<string[]> => {
  const rows = await chosen(database, { month: null, province: null }).select('month').distinct().execute();
  return rows
    .map(({ month }) => month)
    .sort()
    .reverse();
};

/** Rows of one province and month. Within these a source has one vote, so known votes are known sources. */
const tallyOf = (rows: readonly TalliedRow[]): Tally => {
  const sum = (column: (typeof NUMBERS)[number]) => rows.reduce((total, row) => total + row[column], 0);
  const sites = new Map<string, number>();
  for (const row of rows) addCounts(row.sites, sites);
  const counts = emptyHistogram();
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
    histograms: histogramsBy((measure) => {
      for (const row of rows) addBins(row[BIN_COLUMNS[measure]], counts);
      return takeFrom(counts);
    }),
  };
};

/** The rows that the filter lets through, of the level that sums over what it does not ask for. */
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
  for (const dimension of DIMENSIONS) query = query.where(dimension, 'in', asked[dimension] ?? [ALL[dimension]]);
  return query;
};
