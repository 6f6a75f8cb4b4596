import type { Kysely } from 'kysely';
import { addTo, type Bin, emptyHistogram, type Histogram, takeFrom } from '../statistics/histogram.ts';
import { idOf, type KeyColumns } from './cell-level.ts';
import {
  BIN_COLUMNS,
  type BinColumn,
  type CellRow,
  COUNTED_COLUMNS,
  type CountedRow,
  keysOf,
  NUMBERS,
  partsOf,
  type VoteParts,
} from './cell-row.ts';
import { packBins } from './packed-bins.ts';
import { pack } from './packed-counts.ts';
import type { Tables } from './result-row.ts';

/** Rows of one statement: 21 columns each, and databases take no more than 32,766 parameters (SQLite). */
const BATCH = 500;

/**
 * Counts all votes anew: what a migration runs that changes which rows vote, or what is counted of them. Months whose rows were put away
 * keep their figures. For a writer that is alone. Every row is read once, those of a province's month together, because no cell has votes
 * of two.
 */
export const recount = async (database: Kysely<Tables>): Promise<void> => {
  await database
    .deleteFrom('cells')
    .where('month', 'in', (query) => query.selectFrom('results').select('month').distinct())
    .execute();
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
  return [...cells.values()].map(({ key, numbers, sites, bins }) => ({
    ...key,
    ...numbers,
    sites: pack(sites),
    ...binColumns((column) => packBins(histogramFrom(bins[column]))),
  }));
};

/** A cell while its votes are counted. */
interface Counting {
  readonly key: KeyColumns;
  readonly numbers: Record<(typeof NUMBERS)[number], number>;
  readonly sites: Map<string, number>;
  /** Few votes of many cells: a list each costs less than an array of all bins. */
  readonly bins: Readonly<Record<BinColumn, Map<Bin, number>>>;
}

const countIn = (cells: Map<string, Counting>, key: KeyColumns, { numbers, site, bins }: VoteParts): void => {
  const id = idOf(key);
  let cell = cells.get(id);
  if (!cell) cells.set(id, (cell = emptyCell(key)));
  for (const column of numbers) cell.numbers[column]++;
  cell.sites.set(site, (cell.sites.get(site) ?? 0) + 1);
  for (const [column, bin] of bins) cell.bins[column].set(bin, (cell.bins[column].get(bin) ?? 0) + 1);
};

const emptyCell = (key: KeyColumns): Counting => ({
  key,
  numbers: Object.fromEntries(NUMBERS.map((column) => [column, 0])) as Counting['numbers'],
  sites: new Map(),
  bins: binColumns(() => new Map<Bin, number>()),
});

const binColumns = <Value>(make: (column: BinColumn) => Value): Record<BinColumn, Value> =>
  Object.fromEntries(Object.values(BIN_COLUMNS).map((column) => [column, make(column)])) as Record<BinColumn, Value>;

const histogramFrom = (bins: ReadonlyMap<Bin, number>): Histogram => {
  const counts = emptyHistogram();
  for (const [bin, votes] of bins) addTo(counts, bin, votes);
  return takeFrom(counts);
};
