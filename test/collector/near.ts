import assert from 'node:assert/strict';
import type { Cell, Figure } from '../../src/protocol/statistics.ts';
import { MAX_ERROR } from '../../src/statistics/histogram.ts';

const MEDIANS = ['medianDownloadBitsPerSecond', 'medianUploadBitsPerSecond', 'medianLatencyMs'] as const;

/** Below it all is 0 to a histogram. */
const LEAST = 0.001;

/** Fails unless a figure from a histogram is as near to the exact one as it promises. */
export const assertNear = (figure: number | null, exact: number | null, what = ''): void => {
  if (figure === null || exact === null) return assert.equal(figure, exact, what);
  assert.ok(Math.abs(figure - exact) <= Math.max(MAX_ERROR * exact, LEAST), `${what}: ${figure} for ${exact}`);
};

const PAIRED = ['ipv4LatencyMs', 'ipv6LatencyMs', 'ratio'] as const;
const MEASURES = ['downloadBitsPerSecond', 'uploadBitsPerSecond', 'latencyMs'] as const;

/** Fails unless cells are the exact ones but for what histograms round, and their intervals hold the exact ones. */
export const assertCellsNear = (cells: readonly Cell[], exact: readonly Cell[]): void => {
  const counted = ({ province, period, month, count, suppressed, ipv6Share, ipv6Paired, verdict }: Cell) =>
    [province, period, month, count, suppressed, ipv6Share, ipv6Paired?.votes, verdict] as const;
  assert.deepEqual(cells.map(counted), exact.map(counted));
  for (const [i, cell] of cells.entries()) {
    const where = `${cell.province} ${cell.period}`;
    for (const name of MEDIANS) assertNear(cell[name], exact[i]![name], `${where} ${name}`);
    for (const name of MEASURES) assertFigureNear(cell.figures![name], exact[i]!.figures![name], `${where} ${name}`);
    for (const name of PAIRED)
      assertFigureNear(cell.ipv6Paired?.[name] ?? null, exact[i]!.ipv6Paired?.[name] ?? null, `${where} ${name}`);
  }
};

const assertFigureNear = (figure: Figure | null, exact: Figure | null, what: string): void => {
  if (figure === null || exact === null) return assert.equal(figure, exact, what);
  assert.equal(figure.votes, exact.votes);
  for (const name of ['p10', 'median', 'p90'] as const) assertNear(figure[name], exact[name], `${what} ${name}`);
  if (figure.interval === null || exact.interval === null) return assert.equal(figure.interval, exact.interval);
  assert.ok(figure.interval.low <= exact.interval.low && exact.interval.high <= figure.interval.high, what);
};
