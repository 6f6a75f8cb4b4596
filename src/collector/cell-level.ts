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
export const DIMENSIONS = Object.keys(ALL) as readonly Dimension[];

/**
 * Which dimensions a level sums over: every combination, the cells themselves (nothing summed) first. Every vote is in one row of each
 * level, so that whatever a filter asks for is read from the fewest rows.
 */
export const LEVELS: readonly (readonly Dimension[])[] = DIMENSIONS.reduce<(readonly Dimension[])[]>(
  (levels, dimension) => [...levels, ...levels.map((level) => [...level, dimension])],
  [[]],
);

/** The levels of a commune: who asks for its figures asks by access at most. 3,321 communes at all levels would be most of the table. */
export const COMMUNE_LEVELS: readonly (readonly Dimension[])[] = LEVELS.filter(
  (level) => level.includes('asn') && level.includes('scope'),
);

/** A key as one text. */
export const idOf = (key: KeyColumns): string => CELL_KEY.map((column) => key[column]).join(' ');

/** The row of a level that a cell is summed in. */
export const atLevel = (key: KeyColumns, level: readonly Dimension[]): KeyColumns => ({
  ...key,
  ...Object.fromEntries(level.map((dimension) => [dimension, ALL[dimension]])),
});
