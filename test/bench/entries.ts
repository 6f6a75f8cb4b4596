import type { Row } from './row.ts';

/** A run that went well, but for what a test says. */
export const aRow = (differences: Partial<Row> = {}): Row => ({
  at: '2026-01-02T03:04:05.000Z',
  round: 1,
  link: 'ftth100',
  engine: 'ours',
  cc: 'bbr',
  downMbps: 96,
  upMbps: 97,
  trueDownMbps: 96.533,
  trueUpMbps: 96.533,
  downErrorPercent: -0.552,
  upErrorPercent: 0.484,
  seconds: 6.2,
  downMegabytes: 30,
  upMegabytes: 40,
  browserCpuS: 4,
  serverCpuS: 1,
  longTasks: 0,
  longTasksMs: 0,
  memoryMegabytes: 60,
  error: '',
  ...differences,
});

/** A run that gave nothing. */
export const aFailure = (error: string, differences: Partial<Row> = {}): Row =>
  aRow({
    downMbps: null,
    upMbps: null,
    downErrorPercent: null,
    upErrorPercent: null,
    error,
    ...differences,
  });
