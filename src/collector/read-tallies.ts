import type { Kysely, SelectQueryBuilder } from 'kysely';
import { PROVINCE_CODES, type ProvinceCode } from '../protocol/province.ts';
import type { Bin } from '../statistics/histogram.ts';
import { type Measure, MEASURES, type Tally } from '../statistics/tally.ts';
import type { Tables } from './result-row.ts';
import type { StatisticsFilter } from './result-store.ts';

/** Tallies by month and province in that order. They are read from the histograms alone: no number of results makes that slower. */
export const readTallies = async (database: Kysely<Tables>, filter: StatisticsFilter): Promise<Tally[]> => {
  const counts = await chosen(database.selectFrom('cells'), filter)
    .select(({ fn }) => [
      'month',
      'province',
      fn.sum<number | string>('votes').as('votes'),
      fn.sum<number | string>('ipv6_probed').as('probed'),
      fn.sum<number | string>('ipv6_works').as('works'),
    ])
    .groupBy(['month', 'province'])
    .orderBy('month')
    .orderBy('province')
    .execute();
  const bins = await chosen(database.selectFrom('cell_bins'), filter)
    .select(({ fn }) => ['month', 'province', 'measure', 'bin', fn.sum<number | string>('votes').as('votes')])
    .groupBy(['month', 'province', 'measure', 'bin'])
    .execute();
  const histograms = new Map<string, Record<Measure, Map<Bin, number>>>();
  for (const { month, province, measure, bin, votes } of bins) {
    const key = month + province;
    if (!histograms.has(key)) histograms.set(key, emptyHistograms());
    if (Number(votes) > 0) histograms.get(key)![measure].set(bin, Number(votes)); // a vote that was taken back leaves a 0
  }
  return counts
    .map(({ month, province, votes, probed, works }) => ({
      province: province as ProvinceCode,
      month,
      votes: Number(votes),
      ipv6Probed: Number(probed),
      ipv6Works: Number(works),
      histograms: histograms.get(month + province) ?? emptyHistograms(),
    }))
    .filter(({ votes }) => votes > 0);
};

const emptyHistograms = () =>
  Object.fromEntries(MEASURES.map((measure) => [measure, new Map<Bin, number>()])) as Record<Measure, Map<Bin, number>>;

/** The rows of the cells that the filter lets through. */
const chosen = <Table extends 'cells' | 'cell_bins'>(
  rows: SelectQueryBuilder<Tables, Table, object>,
  { month, province, asns, context = 'citizen' }: StatisticsFilter,
) => {
  // Both tables have the key's columns; Kysely cannot see that through a type parameter.
  let query = (rows as unknown as SelectQueryBuilder<Tables, 'cell_bins', object>)
    .where('province_codes', '=', PROVINCE_CODES)
    .where('context', '=', context);
  if (month !== null) query = query.where('month', '=', month);
  if (province !== null) query = query.where('province', '=', province);
  if (asns !== undefined) query = query.where('asn', 'in', asns);
  return query as unknown as SelectQueryBuilder<Tables, Table, object>;
};
