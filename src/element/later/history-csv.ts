import { type BitsPerSecond, megabitsOf } from '../../protocol/units.ts';
import type { PastTest } from '../history-log.ts';
import type { FullText } from '../locales/more-text.ts';

/** Excel takes a file without it for one of its own old character sets. */
const BYTE_ORDER_MARK = '\ufeff';

/** Spreadsheets run a cell that begins so (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

type Cell = string | number | null;

/** The tests as RFC 4180 wants them, oldest first: Mbit/s and ms with a dot, instants in UTC (ISO 8601). */
export const historyCsv = (tests: readonly PastTest[], text: FullText): string => {
  const rate = (name: string) => `${name} (${text.megabitsPerSecond})`;
  const rows: Cell[][] = [
    [
      text.past.when,
      ...[rate(text.download), rate(text.upload)],
      `${text.latency} (ms)`,
      ...[text.operator, text.point, text.past.testId],
    ],
    ...tests.map(({ at, download, upload, latencyMs, operator, point, testId }) => [
      at,
      ...[megabits(download), megabits(upload)],
      rounded(latencyMs),
      ...[operator, point, testId],
    ]),
  ];
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(written).join(',')}\r\n`).join('');
};

const megabits = (rate: BitsPerSecond | null) => (rate === null ? null : rounded(megabitsOf(rate)));

/** To thousandths: kbit/s and µs. */
const rounded = (value: number | null) => (value === null ? null : Math.round(value * 1000) / 1000);

const written = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};
