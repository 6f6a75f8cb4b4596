import { groupBy } from '../group-by.ts';
import { placeKey, type PlaceLevel } from './place-level.ts';
import type { PublishedRow } from './result-columns.ts';
import { createSpill, type Pile } from './spill.ts';
import { pooled, withholdDetails } from './withhold.ts';

/** Rows of a month on their way into its files. */
export const createPiles = (folder: string) => {
  const byPlace = createSpill(folder, 'place');
  return {
    add: (row: PublishedRow): void => byPlace.add(placeKey(row), row),
    /** The places that there are rows of, and how many votes each has. */
    counts: () => byPlace.piles().map(({ first, votes }) => ({ place: first, votes })),
    /**
     * The rows as they are published, a place or a pool at a time, those that tell no place last. A row without a vote may stand where
     * nothing is told; a vote only among enough others.
     */
    *published(levels: Levels): Generator<readonly PublishedRow[]> {
      const placeless = createSpill(folder, 'placeless');
      const addPlaceless = (row: PublishedRow) => placeless.add(bucketOf(row), row);
      const pools = groupBy(byPlace.piles(), ({ first }) => placeKey(first, levels.get(placeKey(first)) ?? 0));
      for (const pool of [...pools.keys()].sort()) {
        const level = levels.get(pools.get(pool)![0]!.name) ?? null;
        const rowsOfPool = () => pools.get(pool)!.flatMap(({ name }) => byPlace.rowsOf(name));
        if (level === 4) {
          const { told, rest } = withholdDetails(rowsOfPool());
          rest.forEach(addPlaceless);
          yield told;
        } else if (level === 3 || level === 2) yield rowsOfPool().map((row) => pooled(row, level));
        else
          for (const { name } of pools.get(pool)!)
            for (const row of byPlace.rowsOf(name)) if (level === 0 || !row.vote) addPlaceless(pooled(row, 0));
      }
      for (const { name } of [...placeless.piles()].sort(byName)) yield placeless.rowsOf(name);
    },
  };
};

type Levels = ReadonlyMap<string, PlaceLevel | null>;

const byName = (a: Pile, b: Pile): number => (a.name < b.name ? -1 : 1);

/** Rows without a place may be most of a month: they are sorted in parts, by their first digits. */
const bucketOf = ({ download_bits_per_second }: PublishedRow): string =>
  String(download_bits_per_second ?? '').slice(0, 2);
