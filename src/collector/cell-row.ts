import { accessKindOf } from '../statistics/cell-key.ts';
import type { Access } from '../protocol/access.ts';
import { COMMUNE_CODES } from '../protocol/commune.ts';
import type { SiteContext } from '../protocol/context.ts';
import { type Bin, binOf } from '../statistics/histogram.ts';
import { type Measure, MEASURES } from '../statistics/tally.ts';
import { atLevel, COMMUNE_LEVELS, type KeyColumns, LEVELS } from './cell-level.ts';
import type { PackedBins } from './packed-bins.ts';
import type { PackedCounts } from './packed-counts.ts';
import type { ResultRow } from './result-row.ts';

/** Columns of the table `cells` that count votes of which something is true. */
export const NUMBERS = [
  'votes',
  /** Of a source that is known. */
  'sourced',
  /** Of lines that people said are fixed, and mobile ones: who has what kind of line is never summed away. */
  'fixed',
  'mobile',
  'ipv6_probed',
  'ipv6_works',
] as const;

/** Where each measure's histogram is. */
export const BIN_COLUMNS = {
  download: 'download_bins',
  upload: 'upload_bins',
  latency: 'latency_bins',
  ipv4Connect: 'ipv4_connect_bins',
  ipv6Connect: 'ipv6_connect_bins',
  ipv6Ratio: 'ipv6_ratio_bins',
} as const satisfies Record<Measure, string>;

export type BinColumn = (typeof BIN_COLUMNS)[Measure];

/** Columns that count votes by what they are of: the site, '' for none, and the bin of each measure. */
export const PACKED = ['sites', ...Object.values(BIN_COLUMNS)] as const;

/** All that figures of a row's votes are made of. */
export type CellCounts = Readonly<
  Record<(typeof NUMBERS)[number], number> & Record<'sites', PackedCounts> & Record<BinColumn, PackedBins>
>;
export interface CellRow extends KeyColumns, CellCounts {}

/** The columns of `results` that cells are counted from. */
export const COUNTED_COLUMNS = [
  'test_id',
  'month',
  'province',
  'province_codes',
  'commune',
  'context',
  'scope',
  'access',
  'operator_asn',
  'ip_family',
  'site',
  'source_key',
  'ipv6_ability',
  'download_bps',
  'upload_bps',
  'latency_ms',
  'ipv4_connect_ms',
  'ipv6_connect_ms',
] as const satisfies (keyof ResultRow)[];
export type CountedRow = Pick<ResultRow, (typeof COUNTED_COLUMNS)[number]>;

export const NO_COUNTS = Object.fromEntries([
  ...NUMBERS.map((column) => [column, 0]),
  ...PACKED.map((column) => [column, '']),
]) as CellCounts;

/** The cell of a row of `results`, nothing summed. */
const keyOf = (row: CountedRow): KeyColumns => ({
  province: row.province ?? '',
  month: row.month,
  province_codes: row.province_codes ?? '',
  context: row.context as SiteContext, // written by rowOf
  scope: row.scope ?? '',
  access: row.access ?? '',
  asn: row.operator_asn ?? 0,
  ip_family: row.ip_family ?? 0,
});

/** All rows that a vote is counted in: those of its province, and of its commune, which is an area of its own there. */
export const keysOf = (row: CountedRow): KeyColumns[] => {
  const key = keyOf(row);
  const ofProvince = LEVELS.map((level) => atLevel(key, level));
  if (row.commune === null) return ofProvince;
  const ofCommune = { ...key, province: row.commune, province_codes: COMMUNE_CODES };
  return [...ofProvince, ...COMMUNE_LEVELS.map((level) => atLevel(ofCommune, level))];
};

/** What a vote adds to the counts of a cell: 1 to these numbers, 1 to its site, and 1 to the bin in each of these columns. */
export interface VoteParts {
  readonly numbers: readonly (typeof NUMBERS)[number][];
  readonly site: string;
  readonly bins: readonly (readonly [column: BinColumn, bin: Bin])[];
}

export const partsOf = (row: CountedRow): VoteParts => {
  const kind = accessKindOf(row.access as Access | null); // written by rowOf
  const isTrue = {
    votes: true,
    sourced: row.source_key !== null,
    fixed: kind === 'fixed',
    mobile: kind === 'mobile',
    ipv6_probed: row.ipv6_ability !== null,
    ipv6_works: row.ipv6_ability === 'works',
  };
  const values = valuesOf(row);
  const measured = MEASURES.filter((measure) => values[measure] !== null);
  return {
    numbers: NUMBERS.filter((column) => isTrue[column]),
    site: row.site ?? '',
    bins: measured.map((measure) => [BIN_COLUMNS[measure], binOf(values[measure]!)] as const),
  };
};

/** What a result measured; null where it did not. Times of 0, which a clock of tenths gives on a loopback, have no ratio and are no pair. */
export const valuesOf = (
  row: Pick<CountedRow, 'download_bps' | 'upload_bps' | 'latency_ms' | 'ipv4_connect_ms' | 'ipv6_connect_ms'>,
): Record<Measure, number | null> => {
  const { ipv4_connect_ms: ipv4, ipv6_connect_ms: ipv6 } = row;
  const pair =
    ipv4 !== null && ipv6 !== null && ipv4 > 0 && ipv6 > 0
      ? { ipv4Connect: ipv4, ipv6Connect: ipv6, ipv6Ratio: ipv6 / ipv4 }
      : { ipv4Connect: null, ipv6Connect: null, ipv6Ratio: null };
  return { download: row.download_bps, upload: row.upload_bps, latency: row.latency_ms, ...pair };
};
