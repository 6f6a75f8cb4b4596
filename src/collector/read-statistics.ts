import type { Kysely } from 'kysely';
import { PROVINCE_CODES, type ProvinceCode } from '../protocol/province.ts';
import type { Cell } from '../protocol/statistics.ts';
import type { Tables } from './result-row.ts';
import type { StatisticsFilter } from './result-store.ts';

type Database = Kysely<Tables>;
type Measure = 'download_bps' | 'upload_bps' | 'latency_ms';
type Asns = StatisticsFilter['asns'];
interface CellKey {
  readonly month: string;
  readonly province: string;
  readonly asns: Asns;
}

/** Figures by month and province. The database sorts and counts; two numbers a median come over, never the rows. */
export const readStatistics = async (database: Database, filter: StatisticsFilter): Promise<Cell[]> => {
  let query = counted(database, filter.asns)
    .select(({ fn }) => ['month', 'province', fn.countAll<number | string>().as('count')])
    .where('province', 'is not', null)
    .groupBy(['month', 'province'])
    .orderBy('month')
    .orderBy('province');
  if (filter.month !== null) query = query.where('month', '=', filter.month);
  if (filter.province !== null) query = query.where('province', '=', filter.province);
  const cells: Cell[] = [];
  for (const { month, province, count } of await query.execute()) {
    const key = { month, province: province!, asns: filter.asns };
    cells.push({
      province: key.province as ProvinceCode,
      month,
      count: Number(count),
      suppressed: false,
      medianDownloadBitsPerSecond: await median(database, key, 'download_bps'),
      medianUploadBitsPerSecond: await median(database, key, 'upload_bps'),
      medianLatencyMs: await median(database, key, 'latency_ms'),
      ipv6Share: await ipv6Share(database, key),
    });
  }
  return cells;
};

/** The rows that figures are made of. */
const counted = (database: Database, asns: Asns) => {
  const votes = database.selectFrom('results').where('vote', '=', 1).where('province_codes', '=', PROVINCE_CODES);
  return asns === undefined ? votes : votes.where('operator_asn', 'in', asns);
};

const inCell = (database: Database, { month, province, asns }: CellKey) =>
  counted(database, asns).where('month', '=', month).where('province', '=', province);

/** The middle value, or the mean of the two middle ones. */
const median = async (database: Database, key: CellKey, measure: Measure): Promise<number | null> => {
  const measured = inCell(database, key).where(measure, 'is not', null);
  const { count } = await measured
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow();
  const size = Number(count);
  if (size === 0) return null;
  const middle = await measured
    .select(measure)
    .orderBy(measure)
    .limit(size % 2 === 0 ? 2 : 1)
    .offset(Math.floor((size - 1) / 2))
    .execute();
  return middle.reduce((sum, row) => sum + row[measure]!, 0) / middle.length;
};

const ipv6Share = async (database: Database, key: CellKey): Promise<number | null> => {
  const abilities = await inCell(database, key)
    .select(({ fn }) => ['ipv6_ability', fn.countAll<number | string>().as('count')])
    .where('ipv6_ability', 'is not', null)
    .groupBy('ipv6_ability')
    .execute();
  const probed = abilities.reduce((sum, { count }) => sum + Number(count), 0);
  const works = abilities.find(({ ipv6_ability }) => ipv6_ability === 'works');
  return probed === 0 ? null : Number(works?.count ?? 0) / probed;
};
