import { MIN_CELL_VOTES } from '../../protocol/statistics.ts';
import { groupBy } from '../group-by.ts';
import type { PlaceLevel } from './place-level.ts';
import { DETAILS, PLACE, type PublishedRow } from './result-columns.ts';

type KeyColumn = (typeof PLACE | typeof DETAILS)[number];

/** A row that does not tell these columns, and says so. */
const without = (row: PublishedRow, columns: readonly KeyColumn[]): PublishedRow => {
  const withheld = row.withheld === null ? columns : [row.withheld, ...columns];
  const told: Record<string, unknown> = { ...row, withheld: withheld.join(' ') };
  for (const column of columns) told[column] = null;
  return told as PublishedRow;
};

/** A row of a pool: what cannot be told of where it was measured is not told by how, either. */
export const pooled = (row: PublishedRow, level: PlaceLevel): PublishedRow =>
  without({ ...row, withheld: null }, [...PLACE.slice(level), ...DETAILS]);

const votesOf = (rows: readonly PublishedRow[]): number => rows.filter(({ vote }) => vote).length;

/** Rows of one place: those that are told with it, and those without a vote that would stand out. */
export interface Told {
  readonly told: readonly PublishedRow[];
  readonly rest: readonly PublishedRow[];
}

/**
 * Leaves out details until at least {@link MIN_CELL_VOTES} votes are alike in all that is told. Column by column: values of fewer votes are
 * withheld, and with them the next smallest until those withheld are enough, so that the whole less what is told does not tell them
 * either (k-anonymity by local suppression). Takes rows of a place of enough votes.
 */
export const withholdDetails = (rows: readonly PublishedRow[]): Told => {
  const told: PublishedRow[] = [];
  const rest: PublishedRow[] = [];
  const split = (alike: readonly PublishedRow[], [column, ...finer]: readonly (typeof DETAILS)[number][]): void => {
    if (column === undefined) {
      for (const row of alike) told.push(row);
      return;
    }
    const groups = [...groupBy(alike, (row) => row[column])]
      .map(([value, group]) => ({ name: String(value), group, votes: votesOf(group) }))
      .sort((a, b) => b.votes - a.votes || (a.name < b.name ? -1 : 1));
    let kept = groups.filter(({ votes }) => votes >= MIN_CELL_VOTES).length;
    const hiddenVotes = () => groups.slice(kept).reduce((sum, { votes }) => sum + votes, 0);
    while (hiddenVotes() > 0 && hiddenVotes() < MIN_CELL_VOTES) kept--;
    const hidden = groups.slice(kept).flatMap(({ group }) => group);
    // Rows without a vote hide nobody's: they go where nothing is told.
    if (hiddenVotes() === 0) rest.push(...hidden.map((row) => pooled(row, 0)));
    else
      split(
        hidden.map((row) => without(row, [column])),
        finer,
      );
    for (const { group } of groups.slice(0, kept)) split(group, finer);
  };
  split(rows, DETAILS);
  return { told, rest };
};
