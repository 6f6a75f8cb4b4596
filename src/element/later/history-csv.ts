import { type CsvCell, csvOf } from '../../protocol/csv.ts';
import { type BitsPerSecond, megabitsOf } from '../../protocol/units.ts';
import type { PastTest } from '../history-log.ts';
import type { FullText } from '../locales/more-text.ts';

/** The tests, oldest first: Mbit/s and ms with a dot, instants in UTC (ISO 8601). */
export const historyCsv = (tests: readonly PastTest[], text: FullText): string => {
  const rate = (name: string) => `${name} (${text.megabitsPerSecond})`;
  const rows: CsvCell[][] = [
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
  return csvOf(rows);
};

const megabits = (rate: BitsPerSecond | null) => (rate === null ? null : rounded(megabitsOf(rate)));

/** To thousandths: kbit/s and µs. */
const rounded = (value: number | null) => (value === null ? null : Math.round(value * 1000) / 1000);
