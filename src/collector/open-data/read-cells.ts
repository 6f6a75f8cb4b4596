import type { Bin } from '../../statistics/histogram.ts';
import type { Measure } from '../../statistics/tally.ts';
import type { CellKey, PublishedCell } from './published-cell.ts';
import { readTable } from './read-table.ts';
import { CELLS, HISTOGRAMS } from './tables.ts';

interface CellLine extends CellKey {
  readonly cell: number;
  readonly votes: number;
  readonly sources: number;
  readonly ipv6_probed: number;
  readonly ipv6_works: number;
}
interface BinLine {
  readonly cell: number;
  readonly measure: Measure;
  readonly bin: Bin;
  readonly votes: number;
}

/** The cells of cells.csv with their bins of histograms.csv, one at a time; both files are in the order of the cells' numbers. */
export function* readCells(folder: string, prefix: string): Generator<PublishedCell> {
  const lines = readTable<BinLine>(folder, prefix, HISTOGRAMS);
  let next = lines.next();
  for (const { row } of readTable<CellLine>(folder, prefix, CELLS)) {
    const { cell, votes, sources, ipv6_probed, ipv6_works, ...key } = row;
    const bins: BinLine[] = [];
    for (; !next.done && next.value.row.cell === cell; next = lines.next()) bins.push(next.value.row);
    yield { key, votes, sources, ipv6Probed: ipv6_probed, ipv6Works: ipv6_works, bins };
  }
}
