import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import { COMMUNE_CODES } from '../protocol/commune.ts';
import type { AsnSpan } from '../protocol/operator.ts';
import { PROVINCE_CODES } from '../protocol/province.ts';
import { emptyHistogram, takeFrom } from '../statistics/histogram.ts';
import { histogramsBy, mergeTallies } from '../statistics/merge-tallies.ts';
import type { Tally } from '../statistics/tally.ts';
import { areaOf, codesOf, editionsOf } from './area-codes.ts';
import { ALL, type Dimension, DIMENSIONS } from './cell-level.ts';
import { BIN_COLUMNS, type CellRow, NUMBERS, PACKED } from './cell-row.ts';
import { groupBy } from './group-by.ts';
import { addBins } from './packed-bins.ts';
import { addCounts } from './packed-counts.ts';
import type { Tables } from './result-row.ts';
import type { StatisticsFilter } from './result-store.ts';

/** Tallies by month and province in that order. One statement reads them, and from histograms alone: no number of results makes that slower. */
export const readTallies = async (database: Kysely<Tables>, filter: StatisticsFilter): Promise<Tally[]> => {
  if (filter.asns?.length === 0 || filter.communes?.length === 0) return []; // SQL knows no list of none
  const rows = await chosen(database, filter).select(TALLIED).execute();
  const seats = groupBy(rows, ({ month, province_codes, province }) => `${month} ${province_codes} ${province}`);
  const tallies = [...seats.values()].flatMap((ofSeat) => {
    const area = areaIn(ofSeat[0]!, filter);
    return area === null ? [] : [tallyOf(ofSeat, area)];
  });
  return [...groupBy(tallies, ({ period, province }) => `${period} ${province}`)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, parts]) => (parts.length === 1 ? parts[0]! : mergeTallies(parts, parts[0]!)));
};

/** What a filter asks for is the same in all rows that it lets through, and only costs time. */
const TALLIED = ['province', 'month', 'province_codes', ...NUMBERS, ...PACKED] as const;
type TalliedRow = Pick<CellRow, (typeof TALLIED)[number]>;

/** The area that a row counts for among those asked for; null for a code that its edition does not have. */
const areaIn = ({ province, province_codes }: TalliedRow, { codes = PROVINCE_CODES, communes }: StatisticsFilter) =>
  communes ? province : areaOf({ province, provinceCodes: province_codes }, codes);

/** The months in which anybody voted, the newest first. */
export const readMonths = async (database: Kysely<Tables>): Promise<string[]> => {
  const rows = await chosen(database, { month: null, province: null }).select('month').distinct().execute();
  return rows
    .map(({ month }) => month)
    .sort()
    .reverse();
};

/** Rows of one province, edition and month. Within these a source has one vote, so known votes are known sources. */
const tallyOf = (rows: readonly TalliedRow[], area: string): Tally => {
  const sum = (column: (typeof NUMBERS)[number]) => rows.reduce((total, row) => total + row[column], 0);
  const sites = new Map<string, number>();
  for (const row of rows) addCounts(row.sites, sites);
  const counts = emptyHistogram();
  return {
    province: area,
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
  {
    month,
    from,
    to,
    province,
    codes = PROVINCE_CODES,
    communes,
    asns,
    accesses,
    ipFamily,
    scope,
    context = 'citizen',
  }: StatisticsFilter,
) => {
  let query = database
    .selectFrom('cells')
    .where('province_codes', 'in', communes ? [COMMUNE_CODES] : editionsOf(codes))
    .where('context', '=', context)
    .where('votes', '>', 0); // a vote that was taken back leaves a 0
  if (month !== null) query = query.where('month', '=', month);
  if (from !== undefined) query = query.where('month', '>=', from);
  if (to !== undefined) query = query.where('month', '<=', to);
  if (communes) query = query.where('province', 'in', communes);
  // As an expression, or SQLite would look in the primary key and read a province's rows of all levels instead of those of one.
  else if (province !== null) query = query.where(sql`province || ''`, 'in', codesOf(province, codes));
  const asked: Partial<Record<Dimension, readonly (string | number)[] | undefined>> = {
    scope: scope && [scope],
    access: accesses,
    asn: asns?.map(({ asn }) => asn),
    ip_family: ipFamily && [ipFamily],
  };
  for (const dimension of DIMENSIONS) query = query.where(dimension, 'in', asked[dimension] ?? [ALL[dimension]]);
  return asns === undefined ? query : query.where(isInMonthsOf(asns));
};

/** Each number in its own months; those that go by the same months are asked for at once. */
const isInMonthsOf = (spans: readonly AsnSpan[]) => (eb: ExpressionBuilder<Tables, 'cells'>) =>
  eb.or(
    [...groupBy(spans, ({ from, to }) => `${from} ${to}`).values()].map((alike) => {
      const [{ from, to }, asns] = [alike[0]!, alike.map(({ asn }) => asn)];
      const bounds = [
        ...(from === null ? [] : [eb('month', '>=', from)]),
        ...(to === null ? [] : [eb('month', '<=', to)]),
      ];
      return eb.and([eb('asn', 'in', asns), ...bounds]);
    }),
  );
