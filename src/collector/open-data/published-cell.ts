import { type Bin, binOf } from '../../statistics/histogram.ts';
import { type Measure, MEASURES } from '../../statistics/tally.ts';
import { csvLine } from './csv.ts';
import { placeKey } from './place-level.ts';
import { CELL_COLUMNS, type PublishedRow } from './result-columns.ts';

/** What cells are told apart by. */
export type CellKey = Pick<PublishedRow, (typeof CELL_COLUMNS)[number]['name']>;

/** The votes of published rows that are alike but for their day: a line of cells.csv, and its lines of histograms.csv. */
export interface PublishedCell {
  readonly key: CellKey;
  readonly votes: number;
  readonly sources: number;
  readonly ipv6Probed: number;
  readonly ipv6Works: number;
  /** Those that hold votes, by measure, ascending. */
  readonly bins: readonly { readonly measure: Measure; readonly bin: Bin; readonly votes: number }[];
}

/** The column of each measure in a row. */
const MEASURE_COLUMNS = {
  download: 'download_bits_per_second',
  upload: 'upload_bits_per_second',
  latency: 'latency_ms',
  ipv4Connect: 'ipv4_connect_ms',
  ipv6Connect: 'ipv6_connect_ms',
  ipv6Ratio: 'ipv6_by_ipv4_connect_time',
} as const satisfies Record<Measure, keyof PublishedRow>;

/** What of a row is counted. */
export type CountedRow = CellKey &
  Pick<PublishedRow, 'vote' | 'source_known' | 'ipv6' | (typeof MEASURE_COLUMNS)[Measure]>;

/** Times to connect are of votes that have both. */
const valueIn = (row: CountedRow, measure: Measure): number | null =>
  (measure === 'ipv4Connect' || measure === 'ipv6Connect') && row.ipv6_by_ipv4_connect_time === null
    ? null
    : row[MEASURE_COLUMNS[measure]];

interface Counting extends PublishedCell {
  votes: number;
  sources: number;
  ipv6Probed: number;
  ipv6Works: number;
  readonly histograms: ReadonlyMap<Measure, Map<Bin, number>>;
}

/**
 * Counts the votes among published rows, which come a place after the other; a place's cells are given away when its last row has come, in
 * the order of their text.
 */
export const createCellCounter = (give: (cell: PublishedCell) => void) => {
  const counting = new Map<string, Counting>();
  let place = '';
  const end = (): void => {
    for (const name of [...counting.keys()].sort()) {
      const { histograms, ...cell } = counting.get(name)!;
      const bins = [...histograms].flatMap(([measure, histogram]) =>
        [...histogram].sort(([a], [b]) => a - b).map(([bin, votes]) => ({ measure, bin, votes })),
      );
      give({ ...cell, bins });
    }
    counting.clear();
  };
  const cellOfRow = (row: CountedRow): Counting => {
    const key = cellKeyOf(row);
    const name = csvLine(CELL_COLUMNS.map((column) => key[column.name]));
    const known = counting.get(name);
    if (known) return known;
    const histograms = new Map(MEASURES.map((measure) => [measure, new Map<Bin, number>()]));
    const cell = { key, votes: 0, sources: 0, ipv6Probed: 0, ipv6Works: 0, bins: [], histograms };
    counting.set(name, cell);
    return cell;
  };
  return {
    add: (row: CountedRow): void => {
      if (!row.vote) return;
      if (placeKey(row) !== place) end();
      place = placeKey(row);
      const cell = cellOfRow(row);
      cell.votes++;
      if (row.source_known) cell.sources++;
      if (row.ipv6 !== null) cell.ipv6Probed++;
      if (row.ipv6 === 'works') cell.ipv6Works++;
      for (const [measure, histogram] of cell.histograms) {
        const value = valueIn(row, measure);
        if (value !== null) histogram.set(binOf(value), (histogram.get(binOf(value)) ?? 0) + 1);
      }
    },
    end,
  };
};

/** Of all days: a day that is withheld does not part a cell. */
const cellKeyOf = (row: CellKey): CellKey => {
  const withheld = row.withheld?.split(' ').filter((column) => column !== 'day') ?? [];
  return {
    ...(Object.fromEntries(CELL_COLUMNS.map(({ name }) => [name, row[name]])) as CellKey),
    withheld: withheld.join(' ') || null,
  };
};
