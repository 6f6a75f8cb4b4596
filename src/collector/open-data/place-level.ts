import { MIN_CELL_VOTES } from '../../protocol/statistics.ts';
import { groupBy } from '../group-by.ts';
import { PLACE, type PublishedRow } from './result-columns.ts';

/** How many columns of {@link PLACE} a row tells: all, without its province, without its kind of line too, none. */
export const PLACE_LEVELS = [4, 3, 2, 0] as const;
export type PlaceLevel = (typeof PLACE_LEVELS)[number];

/** What a row says of its place, and how many votes say the same. */
export type Place = Pick<PublishedRow, (typeof PLACE)[number]>;
export interface PlaceCount {
  readonly place: Place;
  readonly votes: number;
}

/** The text of the columns that a row tells at a level: rows of the same are alike. */
export const placeKey = (place: Place, level: PlaceLevel = 4): string =>
  JSON.stringify(PLACE.slice(0, level).map((column) => place[column]));

/**
 * At which level each place is told: with its province where {@link MIN_CELL_VOTES} votes are alike; the others are pooled, and tell as much
 * as the pool has votes for. What a place keeps to itself its totals lack, so no total less its parts tells of few votes; the parts
 * (province, month, kind of line) are what people ask for, and are whole. Null: too few for any pool, their votes are not published.
 */
export const placeLevels = (counts: readonly PlaceCount[]): ReadonlyMap<string, PlaceLevel | null> => {
  const levels = new Map<string, PlaceLevel | null>();
  let waiting = counts;
  for (const level of PLACE_LEVELS)
    for (const [, pool] of groupBy(waiting, ({ place }) => placeKey(place, level))) {
      const votes = pool.reduce((sum, each) => sum + each.votes, 0);
      if (votes < MIN_CELL_VOTES && level > 0) continue;
      for (const each of pool) levels.set(placeKey(each.place), votes < MIN_CELL_VOTES ? null : level);
      waiting = waiting.filter((each) => !pool.includes(each));
    }
  return levels;
};
