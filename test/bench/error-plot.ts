import type { Cell } from './medians.ts';

/** A palette that people with any colour vision can tell apart (Okabe and Ito 2008); the last one is for what is no engine. */
const COLOURS = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#d55e00', '#56b4e9', '#8a8a8a'];

/** The axis, in percent. Smaller errors stand at its left end: nobody needs to tell them apart. */
const SMALLEST = 0.01;
const LARGEST = 100;
const DECADES = [0.01, 0.1, 1, 10, 100];

/** The bars this project holds itself to: the median over all links, and the worst link. */
const BARS = [0.5, 5];

const ROW = 11;
const BAND_GAP = 9;
const LABELS = 92;
const PANEL = 380;
const PANEL_GAP = 44;
const TOP = 78;
const BOTTOM = 34;

const MEDIAN_RADIUS = 3.6;
const RUN_RADIUS = 1.6;

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Where an error of this many percent stands on the axis, 0 … 1. */
export const positionOf = (percent: number): number => {
  const size = Math.min(Math.max(Math.abs(percent), SMALLEST), LARGEST);
  return Math.log10(size / SMALLEST) / Math.log10(LARGEST / SMALLEST);
};

interface Direction {
  readonly title: string;
  readonly figure: 'downErrorPercent' | 'upErrorPercent';
  readonly left: number;
}

const DIRECTIONS: readonly Direction[] = [
  { title: 'download', figure: 'downErrorPercent', left: LABELS },
  { title: 'upload', figure: 'upErrorPercent', left: LABELS + PANEL + PANEL_GAP },
];

const WIDTH = LABELS + 2 * PANEL + PANEL_GAP + 20;

const axis = ({ title, left }: Direction, bottom: number): string => {
  const at = (percent: number) => left + positionOf(percent) * PANEL;
  const lines = DECADES.map(
    (percent) =>
      `<line x1="${at(percent)}" y1="${TOP}" x2="${at(percent)}" y2="${bottom}" stroke="#d8d8d8"/>` +
      `<text x="${at(percent)}" y="${bottom + 15}" text-anchor="middle">${percent} %</text>`,
  );
  const bars = BARS.map(
    (percent) =>
      `<line x1="${at(percent).toFixed(1)}" y1="${TOP}" x2="${at(percent).toFixed(1)}" y2="${bottom}" stroke="#999" stroke-dasharray="3 3"/>` +
      `<text x="${at(percent).toFixed(1)}" y="${bottom + 28}" text-anchor="middle" fill="#777">${percent} %</text>`,
  );
  const heading = `<text x="${left}" y="${TOP - 8}" font-weight="bold">${title}: size of the error</text>`;
  return [heading, ...lines, ...bars].join('');
};

/** The runs as specks, their median as a disc: full where the engine says too much, hollow where it says too little. */
const marks = (cell: Cell, { figure, left }: Direction, y: number, colour: string): string => {
  const x = (percent: number) => (left + positionOf(percent) * PANEL).toFixed(1);
  const middle = cell.medians[figure];
  if (middle === null)
    return `<text x="${left + PANEL}" y="${y + 3}" text-anchor="end" fill="${colour}" font-size="9">no result</text>`;
  const runs = cell.finished.flatMap((row) => row[figure] ?? []);
  return [
    `<line x1="${left}" y1="${y}" x2="${x(middle)}" y2="${y}" stroke="${colour}" stroke-opacity="0.35"/>`,
    ...(runs.length > 1
      ? runs.map((run) => `<circle cx="${x(run)}" cy="${y}" r="${RUN_RADIUS}" fill="${colour}" fill-opacity="0.6"/>`)
      : []),
    `<circle cx="${x(middle)}" cy="${y}" r="${MEDIAN_RADIUS}" fill="${middle >= 0 ? colour : '#fff'}" stroke="${colour}" stroke-width="1.6"/>`,
  ].join('');
};

/** errors.svg: the size of each engine's error on each link, both directions, on a log scale. */
export const errorPlot = (cells: readonly Cell[]): string => {
  const measured = cells.filter(({ medians }) => medians.downErrorPercent !== null || medians.upErrorPercent !== null);
  const engines = [...new Set(cells.map(({ engine }) => engine))];
  const severalServers = new Set(measured.map(({ cc }) => cc)).size > 1;
  const shapedLinks = new Set(measured.map(({ link }) => link));
  const colourOf = (engine: string) => COLOURS[engines.indexOf(engine) % COLOURS.length]!;

  const bands = new Map<string, Cell[]>();
  for (const cell of cells.filter(({ link }) => shapedLinks.has(link))) {
    const name = severalServers ? `${cell.link} ${cell.cc}` : cell.link;
    bands.set(name, [...(bands.get(name) ?? []), cell]);
  }

  const body: string[] = [];
  let y = TOP + BAND_GAP;
  for (const [name, band] of bands) {
    const height = band.length * ROW;
    body.push(
      `<text x="${LABELS - 10}" y="${y + height / 2 + 1}" text-anchor="end">${escape(name)}</text>`,
      ...band.flatMap((cell, i) =>
        DIRECTIONS.map((direction) => marks(cell, direction, y + i * ROW + ROW / 2, colourOf(cell.engine))),
      ),
    );
    y += height + BAND_GAP;
    body.push(
      `<line x1="${LABELS - 4}" y1="${y - BAND_GAP / 2}" x2="${WIDTH - 20}" y2="${y - BAND_GAP / 2}" stroke="#eee"/>`,
    );
  }

  const legend = engines.map((engine, i) => {
    const x = LABELS + i * 112;
    return `<circle cx="${x + 4}" cy="22" r="${MEDIAN_RADIUS}" fill="${colourOf(engine)}"/><text x="${x + 13}" y="26">${escape(engine)}</text>`;
  });
  const note = `<text x="${LABELS}" y="46" fill="#777">Disc: median of the runs, full where too high, hollow where too low. Dashed: the bars of this project, median and worst link.</text>`;
  const height = y + BOTTOM;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="system-ui, sans-serif" font-size="11" fill="#222">
<title>How far each engine is off, by link</title>
<rect width="100%" height="100%" fill="#fff"/>
${legend.join('')}${note}
${DIRECTIONS.map((direction) => axis(direction, y)).join('\n')}
${body.join('\n')}
</svg>
`;
};
