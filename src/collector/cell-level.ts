import type { SiteContext } from '../protocol/context.ts';

/** What cells are told apart by ({@link import('../statistics/cell-key.ts').CellKey}), province and month first: they say where a row is kept. */
export const CELL_KEY = [
  'province',
  'month',
  'province_codes',
  'context',
  'scope',
  'access',
  'asn',
  'ip_family',
] as const;

/** Unknown is '' and 0, because nothing in a primary key may be null; there is no operator with the number 0 (RFC 7607). */
export interface KeyColumns {
  readonly province: string;
  readonly month: string;
  readonly province_codes: string;
  readonly context: SiteContext;
  readonly scope: string;
  readonly access: string;
  readonly asn: number;
  readonly ip_family: number;
}

/** Stands for all scopes, accesses, operators, families of the votes of a row. */
export const ALL = { scope: '*', access: '*', asn: -1, ip_family: -1 } as const satisfies Partial<KeyColumns>;
export type Dimension = keyof typeof ALL;

/** Dimensions that are summed over together. Scopes times families are few, so who asks for one of them adds up what the other tells apart. */
const SUMMED_TOGETHER: readonly (readonly Dimension[])[] = [['access'], ['asn'], ['scope', 'ip_family']];

/**
 * Which dimensions a level sums over: each combination of {@link SUMMED_TOGETHER}, the cells themselves (nothing summed) first. Every vote is
 * in one row of each level, so that whatever a filter asks for is read from few rows.
 */
export const LEVELS: readonly (readonly Dimension[])[] = SUMMED_TOGETHER.reduce<(readonly Dimension[])[]>(
  (levels, together) => [...levels, ...levels.map((level) => [...level, ...together])],
  [[]],
);

/** A key as one text; databases give large numbers as texts or as numbers, and either way it is the same. */
export const idOf = (key: KeyColumns): string => CELL_KEY.map((column) => key[column]).join(' ');

/** The row of a level that a cell is summed in. */
export const atLevel = (key: KeyColumns, level: readonly Dimension[]): KeyColumns => ({
  ...key,
  ...Object.fromEntries(level.map((dimension) => [dimension, ALL[dimension]])),
});

/** The level that sums over as much as it may where these dimensions are asked for. */
export const levelFor = (asked: readonly Dimension[]): readonly Dimension[] =>
  SUMMED_TOGETHER.filter((together) => together.every((dimension) => !asked.includes(dimension))).flat();
