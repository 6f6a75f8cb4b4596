import type { Timing } from './measure.ts';

/** A line each kind; beside another run's, how much longer the median takes. */
export const timingsTable = (timings: readonly Timing[], held?: readonly Timing[]): string => {
  const columns = ['p50', 'p95', 'max', 'cpu', 'ratio', 'kB'] as const;
  const head = ['ms'.padEnd(34), ...columns.map((column) => column.padStart(9)), ...(held ? ['    times'] : [])];
  const lines = timings.map((timing) => {
    const before = held?.find(({ name }) => name === timing.name);
    return [
      timing.name.padEnd(34),
      ...columns.map((column) => timing[column].toFixed(1).padStart(9)),
      ...(before ? [(timing.cpu / before.cpu).toFixed(2).padStart(9)] : []),
    ];
  });
  return [head, ...lines].map((line) => line.join('')).join('\n');
};
