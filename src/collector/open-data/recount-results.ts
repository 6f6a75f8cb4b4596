import { join } from 'node:path';
import { createComparison } from './comparison.ts';
import { csvLine } from './csv.ts';
import type { FigureTallies } from './figure-tallies.ts';
import { parquetRows } from './parquet-rows.ts';
import { type CountedRow, createCellCounter } from './published-cell.ts';
import { readTable } from './read-table.ts';
import { RESULT_COLUMNS } from './result-columns.ts';
import { CELLS, HISTOGRAMS, PARQUET_FILE, RESULTS } from './tables.ts';
import { binLines, cellLine } from './write-cells.ts';

/** What reading the results again found. */
export interface Recount {
  readonly rows: number;
  readonly complaints: readonly string[];
}

/** Counts results.csv into the tallies, and holds cells.csv and histograms.csv against that. */
export const recountResults = (
  folder: string,
  { prefix, tallies }: { readonly prefix: string; readonly tallies: FigureTallies },
): Recount => {
  const cells = createComparison(folder, prefix, CELLS);
  const bins = createComparison(folder, prefix, HISTOGRAMS);
  let number = 0;
  const counter = createCellCounter((cell) => {
    number++;
    tallies.add(cell);
    cells.expect(cellLine(cell, number), RESULTS.file);
    for (const line of binLines(cell, number)) bins.expect(line, RESULTS.file);
  });
  let rows = 0;
  for (const { row } of readTable<CountedRow>(folder, prefix, RESULTS)) {
    counter.add(row);
    rows++;
  }
  counter.end();
  return { rows, complaints: [...cells.end(), ...bins.end()] };
};

/** Holds results.csv against results.parquet, row by row. */
export const compareParquet = async (folder: string, prefix: string): Promise<readonly string[]> => {
  const lines = createComparison(folder, prefix, RESULTS);
  for await (const fields of parquetRows(join(folder, prefix + PARQUET_FILE), RESULT_COLUMNS))
    lines.expect(csvLine(fields), PARQUET_FILE);
  return lines.end();
};
