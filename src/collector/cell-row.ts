import { binOf } from '../statistics/histogram.ts';
import { type Measure, MEASURES } from '../statistics/tally.ts';
import type { ResultRow } from './result-row.ts';

/** What cells are told apart by ({@link import('../statistics/cell-key.ts').CellKey}), province and month first: they say where a row is kept. */
export const CELL_KEY = [
  'province',
  'month',
  'province_codes',
  'context',
  'scope',
  'access',
  'asn',
  'ip_family',
] as const;

/** Unknown is '' and 0, because nothing in a primary key may be null; there is no operator with the number 0 (RFC 7607). */
interface KeyColumns {
  readonly province: string;
  readonly month: string;
  readonly province_codes: string;
  readonly context: string;
  readonly scope: string;
  readonly access: string;
  readonly asn: number;
  readonly ip_family: number;
}

/** A row of the table `cells`: the votes of a cell that one site sent. */
export interface CellRow extends KeyColumns {
  readonly site: string;
  readonly votes: number;
  /** Of the votes, those of a source that is known. */
  readonly sourced: number;
  readonly ipv6_probed: number;
  readonly ipv6_works: number;
}

/** A row of the table `cell_bins`: the votes of a cell that fell into one bin of a measure. */
export interface BinRow extends KeyColumns {
  readonly measure: Measure;
  readonly bin: number;
  readonly votes: number;
}

/** The columns of `results` that cells are counted from. */
export const COUNTED_COLUMNS = [
  'test_id',
  'month',
  'province',
  'province_codes',
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
] as const satisfies (keyof ResultRow)[];
export type CountedRow = Pick<ResultRow, (typeof COUNTED_COLUMNS)[number]>;

export const MEASURE_COLUMNS = {
  download: 'download_bps',
  upload: 'upload_bps',
  latency: 'latency_ms',
} as const satisfies Record<Measure, keyof CountedRow>;

const keyOf = (row: CountedRow): KeyColumns => ({
  province: row.province ?? '',
  month: row.month,
  province_codes: row.province_codes ?? '',
  context: row.context,
  scope: row.scope ?? '',
  access: row.access ?? '',
  asn: row.operator_asn ?? 0,
  ip_family: row.ip_family ?? 0,
});

/** Stands for all scopes, operators and families of a row, and for all accesses. */
export const ALL = { scope: '*', asn: -1, ip_family: -1 } as const;
export const ALL_ACCESSES = '*';

/** The cell itself, and the sum of its access: who has what kinds of lines is never summed away. */
const cellLevels = (key: KeyColumns): KeyColumns[] => [key, { ...key, ...ALL }];

/** The cell itself, the sum of its access, and the sum of all: the questions that everybody asks are answered from few rows. */
const binLevels = (key: KeyColumns): KeyColumns[] => [...cellLevels(key), { ...key, ...ALL, access: ALL_ACCESSES }];

/** What one vote adds to the table `cells`, `times` times. */
export const cellRowsOf = (row: CountedRow, times: 1 | -1): CellRow[] =>
  cellLevels(keyOf(row)).map((key) => ({
    ...key,
    site: row.site ?? '',
    votes: times,
    sourced: row.source_key === null ? 0 : times,
    ipv6_probed: row.ipv6_ability === null ? 0 : times,
    ipv6_works: row.ipv6_ability === 'works' ? times : 0,
  }));

/** What it adds to the table `cell_bins`: a bin of each measure that it has. */
export const binRowsOf = (row: CountedRow, times: 1 | -1): BinRow[] =>
  MEASURES.flatMap((measure) => {
    const value = row[MEASURE_COLUMNS[measure]];
    if (value === null) return [];
    return binLevels(keyOf(row)).map((key) => ({ ...key, measure, bin: binOf(value), votes: times }));
  });
