import type { SiteContext } from '../../protocol/context.ts';
import { PROVINCE_CODES } from '../../protocol/province.ts';
import { MIN_CELL_VOTES } from '../../protocol/statistics.ts';
import { areaOf, editionsOf } from '../area-codes.ts';
import { FIGURE_ACCESSES, type FigureKey, figureName, type Withheld } from './figure-line.ts';
import { type Place, type PlaceCount, placeKey, type PlaceLevel } from './place-level.ts';

/**
 * The figures that votes of a place are in: its province's and the country's, of its kind of line and of all. Figures are of today's
 * provinces, as the API's are; votes under older codes count for the province that theirs became part of.
 */
export const figuresOf = ({ context, access_kind, province, province_codes }: Place): FigureKey[] => {
  const isOfCountry = editionsOf(PROVINCE_CODES).some((edition) => edition === province_codes);
  if (!isOfCountry || province_codes === null) return [];
  const area = province === null ? null : areaOf({ province, provinceCodes: province_codes }, PROVINCE_CODES);
  return (area === null ? [null] : [null, area]).flatMap((about) =>
    FIGURE_ACCESSES.filter((access) => access === 'all' || access === access_kind).map((access) => ({
      context: context as SiteContext, // written by publishedRow
      province: about,
      access,
    })),
  );
};

/** How much of its place a row must tell to be found in a figure. */
const neededLevel = ({ province, access }: FigureKey): number => (province !== null ? 4 : access !== 'all' ? 3 : 2);

/** The figures of these places, in the order of figures.csv, and which of them the published rows do not bear out. */
export const figureScopes = (
  counts: readonly PlaceCount[],
  levels: ReadonlyMap<string, PlaceLevel | null>,
): readonly { readonly key: FigureKey; readonly withheld: Withheld | null }[] => {
  const scopes = new Map<string, { readonly key: FigureKey; votes: number; isWhole: boolean }>();
  for (const { place, votes } of counts) {
    if (votes === 0) continue;
    for (const key of figuresOf(place)) {
      const scope = scopes.get(figureName(key)) ?? { key, votes: 0, isWhole: true };
      scope.votes += votes;
      if ((levels.get(placeKey(place)) ?? -1) < neededLevel(key)) scope.isWhole = false;
      scopes.set(figureName(key), scope);
    }
  }
  return [...scopes.keys()].sort().map((name) => {
    const { key, votes, isWhole } = scopes.get(name)!;
    return { key, withheld: votes < MIN_CELL_VOTES ? 'few' : isWhole ? null : 'parts' };
  });
};
