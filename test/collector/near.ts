import assert from 'node:assert/strict';
import type { Cell } from '../../src/protocol/statistics.ts';
import { MAX_ERROR } from '../../src/statistics/histogram.ts';

const MEDIANS = ['medianDownloadBitsPerSecond', 'medianUploadBitsPerSecond', 'medianLatencyMs'] as const;

/** Below it all is 0 to a histogram. */
const LEAST = 0.001;

/** Fails unless a figure from a histogram is as near to the exact one as it promises. */
export const assertNear = (figure: number | null, exact: number | null, what = ''): void => {
  if (figure === null || exact === null) return assert.equal(figure, exact, what);
  assert.ok(Math.abs(figure - exact) <= Math.max(MAX_ERROR * exact, LEAST), `${what}: ${figure} for ${exact}`);
};

/** Fails unless cells are the exact ones but for what histograms round. */
export const assertCellsNear = (cells: readonly Cell[], exact: readonly Cell[]): void => {
  const withoutMedians = (cell: Cell) => ({ ...cell, ...Object.fromEntries(MEDIANS.map((name) => [name, null])) });
  assert.deepEqual(cells.map(withoutMedians), exact.map(withoutMedians));
  for (const [i, cell] of cells.entries())
    for (const name of MEDIANS) assertNear(cell[name], exact[i]![name], `${cell.province} ${cell.month} ${name}`);
};
