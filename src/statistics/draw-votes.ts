import type { SiteContext } from '../protocol/context.ts';

/** A result that counts, as far as the draw sees it. */
export interface Ballot {
  readonly month: string;
  readonly province: string;
  readonly provinceCodes: string;
  readonly context: SiteContext;
  /** Who measured, as one month can tell; null where nobody knows. */
  readonly source: string | null;
  /** A hash that nobody can choose, another one for every result. */
  readonly lot: string;
}

/** Ballots of one seat are after the same vote. One of unknown source is after its own. */
export const seatOf = ({ month, province, provinceCodes, context, source, lot }: Ballot): string =>
  JSON.stringify([month, provinceCodes, province, context, source ?? { lot }]);

/**
 * One source, one vote in a month, province and context: of the ballots of a seat the one with the least lot. The rest of what a
 * result says (operator, access, scope) comes with it, so the votes of all strata add up to the number of sources, and nobody has two
 * by saying different things. Contexts draw apart: a campaign day at somebody's office does not take that line's vote as a citizen's.
 * Neither order nor number of posts chooses the vote, and the draw of two parts' draws is the draw of the whole.
 */
export const drawVotes = <Kind extends Ballot>(ballots: Iterable<Kind>): Kind[] => {
  const drawn = new Map<string, Kind>();
  for (const ballot of ballots) {
    const seat = seatOf(ballot);
    const standing = drawn.get(seat);
    if (!standing || ballot.lot < standing.lot) drawn.set(seat, ballot);
  }
  return [...drawn.values()];
};
