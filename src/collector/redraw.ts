import type { Kysely } from 'kysely';
import { CELL_KEY, idOf, type KeyColumns } from './cell-level.ts';
import {
  type CellCounts,
  type CellRow,
  COUNTED_COLUMNS,
  type CountedRow,
  keysOf,
  NO_COUNTS,
  NUMBERS,
  PACKED,
  partsOf,
  type VoteParts,
} from './cell-row.ts';
import { bumpBin } from './packed-bins.ts';
import { bump } from './packed-counts.ts';
import { countFate, FATED_COLUMNS, type FatedRow } from './funnel-tables.ts';
import type { ResultRow, Tables } from './result-row.ts';

/** What a vote is counted by: in the cells, and among the fates. */
const VOTE_COLUMNS = [...new Set([...COUNTED_COLUMNS, ...FATED_COLUMNS])];
type VoteRow = CountedRow & FatedRow;

type Seat = Pick<ResultRow, 'test_id' | 'month' | 'province' | 'province_codes' | 'context' | 'source_key'>;

/**
 * Lets the right row of a seat vote, and corrects the cells by what that changes: the draw of {@link import('../statistics/draw-votes.ts').drawVotes},
 * one row at a time. For a writer that is alone, after a row of the seat came, or counts no more.
 */
export const redraw = async (connection: Kysely<Tables>, seat: Seat): Promise<void> => {
  const inSeat = rowsOf(connection, seat).select(VOTE_COLUMNS);
  const drawn = await inSeat.where('counted', '=', 1).orderBy('lot').limit(1).executeTakeFirst();
  const standing = await inSeat.where('vote', '=', 1).execute();
  for (const row of standing) if (row.test_id !== drawn?.test_id) await setVote(connection, row, 0);
  if (drawn && !standing.some(({ test_id }) => test_id === drawn.test_id)) await setVote(connection, drawn, 1);
};

/** Takes the row's vote, and its part in the cells; before anything else of the row changes. */
export const withdraw = async (connection: Kysely<Tables>, row: VoteRow & Pick<ResultRow, 'vote'>): Promise<void> => {
  if (row.vote === 1) await setVote(connection, row, 0);
};

/** All that are after one vote; a row of unknown source is alone. */
const rowsOf = (connection: Kysely<Tables>, seat: Seat) => {
  const rows = connection.selectFrom('results');
  if (seat.source_key === null) return rows.where('test_id', '=', seat.test_id);
  return rows
    .where('month', '=', seat.month)
    .where('province', '=', seat.province)
    .where('source_key', '=', seat.source_key)
    .where('province_codes', '=', seat.province_codes)
    .where('context', '=', seat.context);
};

const setVote = async (connection: Kysely<Tables>, row: VoteRow, vote: 0 | 1): Promise<void> => {
  await connection
    .updateTable('results')
    .set({ vote })
    .where('test_id', '=', row.test_id)
    .where('month', '=', row.month)
    .execute();
  const times = vote === 1 ? 1 : -1;
  await countFate(connection, row, [
    ['voted', times],
    ['counted', vote === 1 ? -1 : 1],
  ]);
  const keys = keysOf(row);
  const parts = partsOf(row);
  const standing = new Map((await readCells(connection, keys)).map((cell) => [idOf(cell), cell]));
  const cells = keys.map((key) => {
    const counts = standing.get(idOf(key)) ?? NO_COUNTS;
    return { ...withVote(counts, parts, times), ...key };
  });
  await connection
    .insertInto('cells')
    .values(cells)
    .onConflict((conflict) =>
      conflict
        .columns(CELL_KEY)
        .doUpdateSet((eb) =>
          Object.fromEntries([...NUMBERS, ...PACKED].map((column) => [column, eb.ref(`excluded.${column}`)])),
        ),
    )
    .execute();
};

const withVote = (counts: CellCounts, { numbers, site, bins }: VoteParts, times: 1 | -1): CellCounts => ({
  ...counts,
  ...Object.fromEntries(numbers.map((column) => [column, counts[column] + times])),
  sites: bump(counts.sites, site, times),
  ...Object.fromEntries(bins.map(([column, bin]) => [column, bumpBin(counts[column], bin, times)])),
});

/** The rows that a vote is counted in, and no others: there are none of a commune's code in the provinces' edition, nor the other way round. */
const readCells = (connection: Kysely<Tables>, keys: readonly KeyColumns[]): Promise<CellRow[]> =>
  CELL_KEY.reduce(
    (query, column) => query.where(column, 'in', [...new Set(keys.map((key) => key[column]))]),
    connection.selectFrom('cells').selectAll(),
  ).execute();
