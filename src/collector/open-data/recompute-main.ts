import { csvLine } from './csv.ts';
import { figureLine } from './figure-line.ts';
import { mergeMonths, periodOf } from './merge-months.ts';
import { UnreadableFileError } from './read-table.ts';
import { recomputeMonth, type RecomputedMonth } from './recompute-month.ts';
import { FIGURES, headerOf } from './tables.ts';

/**
 * `npm run recompute -- FOLDER…`: computes published months again from their files alone. Says whether they agree, on standard error, and
 * ends with status 0 where all does, 1 where anything does not, 2 where nothing could be read. Of several months it prints the figures of all together, as CSV.
 */

const USAGE = 'npm run recompute -- open-data/2026-09 [open-data/2026-08 …]';

const report = ({ month, rows, figures, complaints }: RecomputedMonth): void => {
  const withheld = figures.filter(({ tally }) => typeof tally === 'string').length;
  for (const complaint of complaints) console.error(`${month}  ${complaint}`);
  console.error(
    complaints.length > 0
      ? `${month}  does not agree: ${rows} results, ${figures.length} figures, ${complaints.length} complaints`
      : `${month}  agrees: ${rows} results (CSV and Parquet), their histograms, and all ${figures.length - withheld} figures that are published (${withheld} are withheld)`,
  );
};

const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error(USAGE);
  process.exit(2);
}
try {
  const months: RecomputedMonth[] = [];
  for (const folder of folders) {
    const recomputed = await recomputeMonth(folder);
    report(recomputed);
    months.push(recomputed);
  }
  if (months.length > 1) {
    const period = periodOf(months.map(({ month }) => month));
    const lines = mergeMonths(months).map(({ key, tally }) => figureLine(period, key, tally));
    process.stdout.write([headerOf(FIGURES), ...lines].map(csvLine).join(''));
  }
  if (months.some(({ complaints }) => complaints.length > 0)) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof UnreadableFileError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
