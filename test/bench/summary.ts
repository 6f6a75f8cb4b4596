import { median } from '../../src/estimator/statistics.ts';
import type { Cell, Figure } from './medians.ts';

const NONE = '–';

const fixed = (value: number | null, digits: number): string => (value === null ? NONE : value.toFixed(digits));

const signedPercent = (value: number | null): string =>
  value === null ? NONE : `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;

const table = (heading: readonly string[], rows: readonly (readonly string[])[]): string => {
  // Names stand left, numbers right.
  const rule = heading.map((_, i) => (i < 3 ? '---' : '---:'));
  return [heading, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
};

const sum = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);

/** Runs that gave a result, of all. */
const runsOf = ({ finished, failed }: Cell): string =>
  failed.length === 0 ? String(finished.length) : `${finished.length} of ${finished.length + failed.length}`;

const costsOf = ({ medians }: Cell): string[] => [
  fixed(medians.seconds, 1),
  fixed(sum(medians.downMegabytes, medians.upMegabytes), 0),
  fixed(medians.browserCpuS, 1),
  fixed(medians.serverCpuS, 1),
  medians.longTasks === null ? NONE : `${fixed(medians.longTasks, 0)} (${fixed(medians.longTasksMs, 0)} ms)`,
  fixed(medians.memoryMegabytes, 0),
];

const COSTS = ['s', 'MB', 'browser CPU s', 'server CPU s', 'long tasks', 'memory MB'];

const isShaped = ({ finished, failed }: Cell): boolean =>
  [...finished, ...failed].some(({ trueDownMbps }) => trueDownMbps !== null);

const linkTable = (cells: readonly Cell[]): string =>
  table(
    ['link', 'engine', 'server', 'runs', 'down %', 'up %', ...COSTS],
    cells.map((cell) => [
      cell.link,
      cell.engine,
      cell.cc,
      runsOf(cell),
      signedPercent(cell.medians.downErrorPercent),
      signedPercent(cell.medians.upErrorPercent),
      ...costsOf(cell),
    ]),
  );

const ceilingTable = (cells: readonly Cell[]): string =>
  table(
    ['link', 'engine', 'server', 'runs', 'down Mbit/s', 'up Mbit/s', ...COSTS],
    cells.map((cell) => [
      cell.link,
      cell.engine,
      cell.cc,
      runsOf(cell),
      fixed(cell.medians.downMbps, 0),
      fixed(cell.medians.upMbps, 0),
      ...costsOf(cell),
    ]),
  );

/** |median error| of each link, and what is worst among them. */
const sizesOf = (cells: readonly Cell[], figure: Figure): { middle: string; worst: string } => {
  const sizes = cells.flatMap(({ link, medians }) => {
    const error = medians[figure];
    return error === null ? [] : [{ link, size: Math.abs(error) }];
  });
  if (sizes.length === 0) return { middle: NONE, worst: NONE };
  const worst = sizes.reduce((a, b) => (b.size > a.size ? b : a));
  return {
    middle: median(sizes.map(({ size }) => size)).toFixed(2),
    worst: `${worst.size.toFixed(1)} (${worst.link})`,
  };
};

const barsTable = (cells: readonly Cell[]): string => {
  const engines = [...new Set(cells.map(({ engine, cc }) => `${engine} ${cc}`))];
  return table(
    ['engine', 'server', 'links', 'median down %', 'worst down %', 'median up %', 'worst up %', 'failed runs'],
    engines.map((name) => {
      const own = cells.filter(({ engine, cc }) => `${engine} ${cc}` === name);
      const [down, up] = [sizesOf(own, 'downErrorPercent'), sizesOf(own, 'upErrorPercent')];
      const { engine, cc } = own[0]!;
      const failed = own.reduce((count, cell) => count + cell.failed.length, 0);
      return [engine, cc, String(own.length), down.middle, down.worst, up.middle, up.worst, String(failed)];
    }),
  );
};

const failures = (cells: readonly Cell[]): string =>
  cells
    .flatMap(({ failed }) => failed)
    .map(({ round, link, engine, cc, error }) => `- run ${round}, ${link}, ${engine}, ${cc}: ${error}`)
    .join('\n');

const section = (title: string, text: string, body: string): string => `## ${title}\n\n${text}\n\n${body}\n`;

/** summary.md: what the runs say, as Markdown. */
export const summaryOf = (cells: readonly Cell[]): string => {
  const shaped = cells.filter(isShaped);
  // A run that failed before its link carried anything belongs to where the others of its link are.
  const shapedLinks = new Set(shaped.map(({ link }) => link));
  const linkCells = cells.filter(({ link }) => shapedLinks.has(link));
  const ceilingCells = cells.filter(({ link }) => !shapedLinks.has(link));
  const failed = failures(cells);
  return [
    '# Benchmark\n',
    section('Over all links', 'Each link counts once, with the size of its median error.', barsTable(linkCells)),
    section(
      'Each link',
      'Medians over the runs. The error compares the number of the engine with the payload rate that the link allowed while it was measured. MB are what the link carried both ways from start to end, headers and acknowledgements included. Long tasks are those of the main thread, memory is the growth of all browser processes to their peak.',
      linkTable(linkCells),
    ),
    ...(ceilingCells.length > 0
      ? [
          section(
            'Without a link',
            'What engine, browser and machine reach where nothing limits them.',
            ceilingTable(ceilingCells),
          ),
        ]
      : []),
    ...(failed === '' ? [] : [section('Runs without a result', 'They are in no median.', failed)]),
  ].join('\n');
};
