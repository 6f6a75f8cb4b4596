import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorPlot } from './error-plot.ts';
import { cellsOf, type Order } from './medians.ts';
import type { Row } from './row.ts';
import { summaryOf } from './summary.ts';

/** Tables and plot of all runs there are. */
export const writeReport = (folder: string, rows: readonly Row[], order: Order): void => {
  const cells = cellsOf(rows, order);
  writeFileSync(join(folder, 'summary.md'), summaryOf(cells));
  writeFileSync(join(folder, 'errors.svg'), errorPlot(cells));
};
