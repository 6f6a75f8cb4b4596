import { fileWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { Column } from './result-columns.ts';

/** So many rows are in memory, and in a row group: small enough for both, large enough to be read fast. */
export const ROW_GROUP_ROWS = 50_000;

const DAY_MS = 86_400_000;

type Value = string | number | boolean | null;

/** Days since 1970 (Parquet's DATE); AS numbers have 32 bits without a sign, so integers are of 64. */
const physical = ({ type }: Column, value: Value): unknown => {
  if (value === null) return null;
  if (type === 'date') return Date.parse(value as string) / DAY_MS;
  if (type === 'integer') return BigInt(value);
  return value;
};

const TYPES = { string: 'STRING', integer: 'INT64', number: 'DOUBLE', boolean: 'BOOLEAN' } as const;

/** A Parquet file that grows by rows; strings are dictionaries where that is shorter, pages are compressed by Snappy. */
export const createParquetFile = (
  path: string,
  columns: readonly Column[],
  notes: Readonly<Record<string, string>>,
) => {
  const emptyGroup = () => columns.map((): unknown[] => []);
  const dates = Object.fromEntries(
    columns
      .filter(({ type }) => type === 'date')
      .map(({ name }) => [name, { name, type: 'INT32', converted_type: 'DATE', repetition_type: 'OPTIONAL' } as const]),
  );
  const writer = new ParquetWriter({
    writer: fileWriter(path),
    schema: schemaFromColumnData({
      columnData: columns.map(({ name, type }) => ({ name, data: [], ...(type !== 'date' && { type: TYPES[type] }) })),
      schemaOverrides: dates,
    }),
    kvMetadata: Object.entries(notes).map(([key, value]) => ({ key, value })),
    createdBy: 'i-speed-test',
  });
  let group = emptyGroup();
  const flush = () => {
    // The file is written at once: nothing to wait for.
    void writer.write({
      columnData: columns.map(({ name }, i) => ({ name, data: group[i]! })),
      rowGroupSize: ROW_GROUP_ROWS,
    });
    group = emptyGroup();
  };
  return {
    write: (values: readonly Value[]): void => {
      for (const [i, column] of columns.entries()) group[i]!.push(physical(column, values[i]!));
      if (group[0]!.length === ROW_GROUP_ROWS) flush();
    },
    close: (): void => {
      flush();
      void writer.finish();
    },
  };
};
