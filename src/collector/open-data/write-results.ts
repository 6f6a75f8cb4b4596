import { join } from 'node:path';
import { csvLine } from './csv.ts';
import { createLineFile } from './line-file.ts';
import { createParquetFile } from './parquet-file.ts';
import { type PublishedRow, RESULT_COLUMNS } from './result-columns.ts';
import { headerOf, RESULTS } from './tables.ts';

/** Where the rows go, and what Parquet readers are told of them. */
export interface ResultFiles {
  readonly csv: string;
  readonly parquet: string;
  readonly notes: Readonly<Record<string, string>>;
}

/**
 * Writes piles of rows as CSV and as Parquet, and answers how many rows. Within a pile rows are in the order of their text: an order of time
 * would tell what the day does not.
 */
export const writeResults = (
  folder: string,
  { csv, parquet, notes }: ResultFiles,
  { piles, note }: { readonly piles: Iterable<readonly PublishedRow[]>; readonly note: (row: PublishedRow) => void },
): number => {
  const lines = createLineFile(join(folder, csv));
  const columns = createParquetFile(join(folder, parquet), RESULT_COLUMNS, notes);
  lines.write(csvLine(headerOf(RESULTS)));
  for (const pile of piles) {
    const ordered = pile
      .map((row) => ({ row, line: csvLine(fieldsOf(row)) }))
      .sort((a, b) => (a.line < b.line ? -1 : a.line > b.line ? 1 : 0));
    for (const { row, line } of ordered) {
      lines.write(line);
      columns.write(fieldsOf(row));
      note(row);
    }
  }
  columns.close();
  return lines.close() - 1;
};

const fieldsOf = (row: PublishedRow) => RESULT_COLUMNS.map(({ name }) => row[name]);
