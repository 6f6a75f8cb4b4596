import type { Kysely } from 'kysely';
import { idOf, type KeyColumns } from './cell-level.ts';
import {
  type CellRow,
  COUNTED_COLUMNS,
  type CountedRow,
  keysOf,
  NUMBERS,
  PACKED,
  partsOf,
  type VoteParts,
} from './cell-row.ts';
import { pack } from './packed-counts.ts';
import type { Tables } from './result-row.ts';

/** Rows of one statement: 21 columns each, and databases take no more than 32,766 parameters (SQLite). */
const BATCH = 500;

/**
 * Counts all votes anew: what a migration runs that changes which rows vote, or what is counted of them. For a writer that is alone. Every
 * row is read once, those of a province's month together, because no cell has votes of two.
 */
export const recount = async (database: Kysely<Tables>): Promise<void> => {
  await database.deleteFrom('cells').execute();
  const seats = await database.selectFrom('results').select(['month', 'province']).distinct().execute();
  for (const { month, province } of seats) {
    const votes = await database
      .selectFrom('results')
      .select(COUNTED_COLUMNS)
      .where('month', '=', month)
      .where('province', '=', province)
      .where('vote', '=', 1)
      .execute();
    const cells = cellsOf(votes);
    for (let i = 0; i < cells.length; i += BATCH)
      await database
        .insertInto('cells')
        .values(cells.slice(i, i + BATCH))
        .execute();
  }
};

const cellsOf = (votes: readonly CountedRow[]): CellRow[] => {
  const cells = new Map<string, Counting>();
  for (const vote of votes) {
    const parts = partsOf(vote);
    for (const key of keysOf(vote)) countIn(cells, key, parts);
  }
  return [...cells.values()].map(({ key, numbers, names }) => ({
    ...key,
    ...numbers,
    ...(Object.fromEntries(PACKED.map((column) => [column, pack(names[column])])) as Record<
      (typeof PACKED)[number],
      string
    >),
  }));
};

/** A cell while its votes are counted. */
interface Counting {
  readonly key: KeyColumns;
  readonly numbers: Record<(typeof NUMBERS)[number], number>;
  readonly names: Readonly<Record<(typeof PACKED)[number], Map<string | number, number>>>;
}

const countIn = (cells: Map<string, Counting>, key: KeyColumns, parts: VoteParts): void => {
  const id = idOf(key);
  let cell = cells.get(id);
  if (!cell) cells.set(id, (cell = emptyCell(key)));
  for (const column of parts.numbers) cell.numbers[column]++;
  for (const [column, name] of parts.names) cell.names[column].set(name, (cell.names[column].get(name) ?? 0) + 1);
};

const emptyCell = (key: KeyColumns): Counting => ({
  key,
  numbers: Object.fromEntries(NUMBERS.map((column) => [column, 0])) as Counting['numbers'],
  names: Object.fromEntries(PACKED.map((column) => [column, new Map()])) as unknown as Counting['names'],
});
