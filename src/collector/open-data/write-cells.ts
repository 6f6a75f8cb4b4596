import { lowerEdge, upperEdge } from '../../statistics/histogram.ts';
import { csvLine, type Field } from './csv.ts';
import { createLineFile } from './line-file.ts';
import type { PublishedCell } from './published-cell.ts';
import { CELL_COLUMNS } from './result-columns.ts';
import { CELLS, headerOf, HISTOGRAMS } from './tables.ts';

/** A cell's line of cells.csv. Its number, from 1, is what its bins refer to. */
export const cellLine = ({ key, ...cell }: PublishedCell, number: number): string =>
  csvLine([
    number,
    ...CELL_COLUMNS.map(({ name }): Field => key[name]),
    cell.votes,
    cell.sources,
    cell.ipv6Probed,
    cell.ipv6Works,
  ]);

/** Its lines of histograms.csv. */
export const binLines = ({ bins }: PublishedCell, number: number): string[] =>
  bins.map(({ measure, bin, votes }) => csvLine([number, measure, bin, lowerEdge(bin), upperEdge(bin), votes]));

/** cells.csv and histograms.csv, as cells come. */
export const createCellFiles = (cellsPath: string, binsPath: string) => {
  const cells = createLineFile(cellsPath);
  const bins = createLineFile(binsPath);
  cells.write(csvLine(headerOf(CELLS)));
  bins.write(csvLine(headerOf(HISTOGRAMS)));
  let number = 0;
  return {
    write: (cell: PublishedCell): void => {
      number++;
      cells.write(cellLine(cell, number));
      for (const line of binLines(cell, number)) bins.write(line);
    },
    /** How many rows each has. */
    close: (): readonly [cells: number, bins: number] => [cells.close() - 1, bins.close() - 1],
  };
};
