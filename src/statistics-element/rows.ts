import { PROVINCES, type ProvinceCode } from '../protocol/province.ts';
import { placesOf, type Places } from '../statistics/places.ts';
import type { Cell } from '../protocol/statistics.ts';
import type { Measure } from './choices.ts';
import { bestOf, type Measured, measuredOf, type Standing, standingOf } from './measured.ts';

/** One province, as the map colours it and the table lists it. */
export interface Row {
  readonly code: ProvinceCode;
  /** As Vietnamese writes it. */
  readonly name: string;
  readonly cell: Cell | null;
  readonly standing: Standing;
  readonly measured: Measured | null;
  /** Null where nothing is known with 95 %. */
  readonly places: Places | null;
}

/** All 34, whether or not there are votes. */
export const rowsOf = (cells: readonly Cell[], measure: Measure): readonly Row[] => {
  const known = new Map(cells.map((cell) => [cell.province, cell]));
  const rows = PROVINCES.map(([code, name]) => {
    const cell = known.get(code) ?? null;
    return { code, name, cell, standing: standingOf(cell), measured: measuredOf(cell, measure) };
  });
  const ranked = rows.filter(({ measured }) => measured?.interval);
  const places = placesOf(
    ranked.map(({ measured }) => measured!.interval!),
    bestOf(measure),
  );
  const placeOf = new Map(ranked.map(({ code }, i) => [code, places[i]!]));
  return rows.map((row) => ({ ...row, places: placeOf.get(row.code) ?? null }));
};
