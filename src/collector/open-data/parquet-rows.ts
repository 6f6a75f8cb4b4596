import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import type { Field } from './csv.ts';
import type { Column } from './result-columns.ts';

/** The rows of a Parquet file, a row group in memory at a time, as {@link import('./parquet-file.ts').createParquetFile} took them. */
export async function* parquetRows(path: string, columns: readonly Column[]): AsyncGenerator<readonly Field[]> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  let rowStart = 0;
  for (const { num_rows } of metadata.row_groups) {
    const rowEnd = rowStart + Number(num_rows);
    for (const row of await parquetReadObjects({ file, metadata, rowStart, rowEnd }))
      yield columns.map((column) => fieldOf(row[column.name]));
    rowStart = rowEnd;
  }
}

const fieldOf = (value: unknown): Field => {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'bigint' ? Number(value) : (value as Field);
};
