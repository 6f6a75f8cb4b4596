import type { Kysely } from 'kysely';
import { binRowsOf, CELL_KEY, cellRowsOf, COUNTED_COLUMNS, type CountedRow } from './cell-row.ts';
import type { ResultRow, Tables } from './result-row.ts';

type Seat = Pick<ResultRow, 'test_id' | 'month' | 'province' | 'province_codes' | 'context' | 'source_key'>;

/**
 * Lets the right row of a seat vote, and corrects the cells by what that changes: the draw of {@link import('../statistics/draw-votes.ts').drawVotes},
 * one row at a time. For a writer that is alone, after a row of the seat came, or counts no more.
 */
export const redraw = async (connection: Kysely<Tables>, seat: Seat): Promise<void> => {
  const inSeat = rowsOf(connection, seat).select(COUNTED_COLUMNS);
  const drawn = await inSeat.where('counted', '=', 1).orderBy('lot').limit(1).executeTakeFirst();
  const standing = await inSeat.where('vote', '=', 1).execute();
  for (const row of standing) if (row.test_id !== drawn?.test_id) await setVote(connection, row, 0);
  if (drawn && !standing.some(({ test_id }) => test_id === drawn.test_id)) await setVote(connection, drawn, 1);
};

/** Takes the row's vote, and its part in the cells; before anything else of the row changes. */
export const withdraw = async (
  connection: Kysely<Tables>,
  row: CountedRow & Pick<ResultRow, 'vote'>,
): Promise<void> => {
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

const setVote = async (connection: Kysely<Tables>, row: CountedRow, vote: 0 | 1): Promise<void> => {
  await connection.updateTable('results').set({ vote }).where('test_id', '=', row.test_id).execute();
  const times = vote === 1 ? 1 : -1;
  await connection
    .insertInto('cells')
    .values(cellRowsOf(row, times))
    .onConflict((conflict) =>
      conflict.columns([...CELL_KEY, 'site']).doUpdateSet((eb) => ({
        votes: eb('cells.votes', '+', eb.ref('excluded.votes')),
        sourced: eb('cells.sourced', '+', eb.ref('excluded.sourced')),
        ipv6_probed: eb('cells.ipv6_probed', '+', eb.ref('excluded.ipv6_probed')),
        ipv6_works: eb('cells.ipv6_works', '+', eb.ref('excluded.ipv6_works')),
      })),
    )
    .execute();
  const bins = binRowsOf(row, times);
  if (bins.length === 0) return;
  await connection
    .insertInto('cell_bins')
    .values(bins)
    .onConflict((conflict) =>
      conflict
        .columns([...CELL_KEY, 'measure', 'bin'])
        .doUpdateSet((eb) => ({ votes: eb('cell_bins.votes', '+', eb.ref('excluded.votes')) })),
    )
    .execute();
};
