import type { Row } from './rows.ts';

/** What the table can be sorted by. */
export const COLUMNS = ['province', 'value', 'votes', 'ipv6', 'places', 'verdict'] as const;
export type Column = (typeof COLUMNS)[number];

export interface Order {
  readonly column: Column;
  readonly isDescending: boolean;
}

const keyOf = ({ measured, cell, places }: Row, column: Exclude<Column, 'province'>): number | null => {
  switch (column) {
    case 'value':
      return measured?.value ?? null;
    case 'votes':
      return cell?.count ?? 0;
    case 'ipv6':
      return measured ? (cell?.ipv6?.share ?? null) : null;
    case 'places':
      return places && places.from + places.to / 100;
    case 'verdict':
      return cell ? (cell.verdict.publishable ? 0 : 1 + cell.verdict.needs) : Infinity;
  }
};

/** The rows in an order; what has no value is at the end either way, and equal ones stand by their names. */
export const sorted = (rows: readonly Row[], { column, isDescending }: Order): readonly Row[] => {
  const sign = isDescending ? -1 : 1;
  const byName = (a: Row, b: Row) => a.name.localeCompare(b.name, 'vi');
  if (column === 'province') return [...rows].sort((a, b) => sign * byName(a, b));
  return [...rows].sort((a, b) => {
    const [x, y] = [keyOf(a, column), keyOf(b, column)];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || byName(a, b);
    return x === y ? byName(a, b) : sign * (x - y);
  });
};
