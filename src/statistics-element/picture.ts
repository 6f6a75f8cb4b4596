import type { ProvinceCode } from '../protocol/province.ts';
import type { Cell, Statistics } from '../protocol/statistics.ts';
import type { Choices } from './choices.ts';
import { type ColorScale, colorScale } from './color-scale.ts';
import type { Language } from './language.ts';
import { type Row, rowsOf } from './rows.ts';

/** Choices whose period is known. */
export type Shown = Choices & { readonly period: string };

/** One answer of the collector, ready to be drawn. */
export interface Picture {
  readonly choices: Shown;
  readonly rows: readonly Row[];
  readonly country: Cell | null;
  readonly scale: ColorScale;
  readonly simulated: boolean;
  readonly validityVersion: string;
}

export const pictureOf = ({ cells, country, simulated, validityVersion }: Statistics, choices: Shown): Picture => {
  const rows = rowsOf(cells, choices.measure);
  return {
    choices,
    rows,
    country: country[0] ?? null,
    scale: colorScale(rows, choices.measure),
    simulated,
    validityVersion,
  };
};

/** The cell of the chosen place. */
export const chosenCell = ({ rows, country, choices }: Picture): Cell | null =>
  choices.province === null ? country : rowOf(rows, choices.province).cell;

export const rowOf = (rows: readonly Row[], province: ProvinceCode): Row => rows.find(({ code }) => code === province)!;

/** The name of a place, the country's where it is none. */
export const placeName = (province: ProvinceCode | null, rows: readonly Row[], { text, name }: Language): string =>
  province === null ? text.country : name(rowOf(rows, province).name);
