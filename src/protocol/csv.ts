/** Excel takes a file without it for one of its own old character sets. */
const BYTE_ORDER_MARK = '\ufeff';

/** Spreadsheets run a cell that begins so (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

/** A code is digits that are no number: a spreadsheet keeps the zero of `01` where it stands as a text's formula. */
export type CsvCell = string | number | null | { readonly code: string };

/** How a spreadsheet of a language reads a file: what parts its cells, and its decimals. */
export interface CsvDialect {
  readonly separator: ',' | ';';
  readonly decimal: ',' | '.';
}

/** As RFC 4180 and every programming language have it. */
export const PLAIN_CSV: CsvDialect = { separator: ',', decimal: '.' };

/**
 * Excel parts a file that is opened by a double click at its system's list separator. With Vietnamese settings that is a semicolon, and
 * decimals stand behind commas: a dot would make 1.5 the first of May. A line `sep=` makes Excel forget the byte order mark, and with it
 * the marks on the letters.
 */
const VIETNAMESE_CSV: CsvDialect = { separator: ';', decimal: ',' };

/** As spreadsheets of a language read it. */
export const csvDialectOf = (language: string): CsvDialect => (language === 'vi' ? VIETNAMESE_CSV : PLAIN_CSV);

/** Rows as RFC 4180 wants them, in UTF-8 with its mark; foreign text is made harmless. */
export const csvOf = (
  rows: readonly (readonly CsvCell[])[],
  { separator, decimal }: CsvDialect = PLAIN_CSV,
): string => {
  const written = (cell: CsvCell): string => {
    if (cell === null) return '';
    if (typeof cell === 'number') return String(cell).replace('.', decimal);
    if (typeof cell === 'object') return `"=""${cell.code}"""`;
    const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
    return /[",;\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
  };
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(written).join(separator)}\r\n`).join('');
};
