/** Excel takes a file without it for one of its own old character sets. */
const BYTE_ORDER_MARK = '\ufeff';

/** Spreadsheets run a cell that begins so (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

export type CsvCell = string | number | null;

/** A table as RFC 4180 wants it, for people with Excel; `separator` is a semicolon where the decimal sign is a comma. */
export const csvOf = (rows: readonly (readonly CsvCell[])[], separator: ',' | ';'): string =>
  BYTE_ORDER_MARK + rows.map((row) => `${row.map((cell) => written(cell, separator)).join(separator)}\r\n`).join('');

const written = (cell: CsvCell, separator: string): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
  return /["\r\n]/.test(harmless) || harmless.includes(separator) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};
