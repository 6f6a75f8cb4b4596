import { median } from '../../src/estimator/statistics.ts';
import type { Row } from './row.ts';

/** The numbers of a row that a median makes sense of. */
export const FIGURES = [
  'downMbps',
  'upMbps',
  'downErrorPercent',
  'upErrorPercent',
  'seconds',
  'downMegabytes',
  'upMegabytes',
  'browserCpuS',
  'serverCpuS',
  'longTasks',
  'longTasksMs',
  'memoryMegabytes',
] as const satisfies readonly (keyof Row)[];

export type Figure = (typeof FIGURES)[number];

/** All runs of one engine over one link. */
export interface Cell {
  readonly link: string;
  readonly engine: string;
  readonly cc: string;
  /** Those that gave a result; only they are in the medians. */
  readonly finished: readonly Row[];
  readonly failed: readonly Row[];
  /** Null where no run has the figure. */
  readonly medians: Readonly<Record<Figure, number | null>>;
}

/** Names in the order of the tables; what is not among them comes last. */
export interface Order {
  readonly links: readonly string[];
  readonly engines: readonly string[];
}

const medianOf = (rows: readonly Row[], figure: Figure): number | null => {
  const values = rows.flatMap((row) => row[figure] ?? []);
  return values.length === 0 ? null : median(values);
};

const cellOf = (rows: readonly Row[]): Cell => {
  const finished = rows.filter(({ error }) => error === '');
  const { link, engine, cc } = rows[0]!;
  const medians = Object.fromEntries(FIGURES.map((figure) => [figure, medianOf(finished, figure)]));
  return {
    link,
    engine,
    cc,
    finished,
    failed: rows.filter(({ error }) => error !== ''),
    medians: medians as Record<Figure, number | null>,
  };
};

const rank = (names: readonly string[], name: string): number => {
  const index = names.indexOf(name);
  return index < 0 ? names.length : index;
};

/** Rows by link, congestion control and engine. */
export const cellsOf = (rows: readonly Row[], { links, engines }: Order): Cell[] => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = [row.link, row.engine, row.cc].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()]
    .map(cellOf)
    .sort(
      (a, b) =>
        rank(links, a.link) - rank(links, b.link) ||
        a.cc.localeCompare(b.cc) ||
        rank(engines, a.engine) - rank(engines, b.engine),
    );
};
