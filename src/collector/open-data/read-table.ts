import { join } from 'node:path';
import { csvLine } from './csv.ts';
import { readLines } from './read-lines.ts';
import type { Column } from './result-columns.ts';
import { headerOf, type Table } from './tables.ts';

/** A published file cannot be read; the message says which line of which file, and why. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError';
}

type Value = string | number | boolean | null;

const valueOf = ({ type }: Column, text: string): Value => {
  if (text === '') return null;
  if (type === 'boolean') return text === 'true';
  return type === 'integer' || type === 'number' ? Number(text) : text;
};

/** A line of a table: its number as editors count, its text, its values by column. */
export interface TableLine<Row> {
  readonly number: number;
  readonly text: string;
  readonly row: Row;
}

/**
 * The lines of a published table. No field of these tables needs quotes: names are of letters, digits and dots, lists are separated by
 * spaces. So a comma is always an end.
 */
export function* readTable<Row>(folder: string, prefix: string, table: Table): Generator<TableLine<Row>> {
  const name = prefix + table.file;
  let number = 0;
  for (const text of readLines(join(folder, name))) {
    number++;
    if (number === 1) {
      if (`${text}\n` === csvLine(headerOf(table))) continue;
      throw new UnreadableFileError(`${name}: its columns are not those that this version writes.`);
    }
    const fields = text.split(',');
    if (fields.length !== table.columns.length || text.includes('"'))
      throw new UnreadableFileError(
        `${name}:${number}: has ${fields.length} fields instead of ${table.columns.length}.`,
      );
    const row = Object.fromEntries(table.columns.map((column, i) => [column.name, valueOf(column, fields[i]!)])) as Row;
    yield { number, text, row };
  }
}
