/** One run, finished or failed, in the order of the columns of runs.csv. Null is what could not be measured. */
export interface Row {
  /** ISO 8601. */
  readonly at: string;
  readonly round: number;
  readonly link: string;
  readonly engine: string;
  /** Congestion control of the server. */
  readonly cc: string;
  /** What the engine says, Mbit/s. */
  readonly downMbps: number | null;
  readonly upMbps: number | null;
  /** What the link could have carried, Mbit/s of payload; null where there was no link. */
  readonly trueDownMbps: number | null;
  readonly trueUpMbps: number | null;
  readonly downErrorPercent: number | null;
  readonly upErrorPercent: number | null;
  readonly seconds: number | null;
  /** What the link carried in that time, headers and acknowledgements included. */
  readonly downMegabytes: number | null;
  readonly upMegabytes: number | null;
  readonly browserCpuS: number | null;
  readonly serverCpuS: number | null;
  readonly longTasks: number | null;
  readonly longTasksMs: number | null;
  /** Growth of all browser processes to their peak. */
  readonly memoryMegabytes: number | null;
  /** Why there is no result; empty where there is one. */
  readonly error: string;
}

export const COLUMNS = [
  'at',
  'round',
  'link',
  'engine',
  'cc',
  'downMbps',
  'upMbps',
  'trueDownMbps',
  'trueUpMbps',
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
  'error',
] as const satisfies readonly (keyof Row)[];

const TEXTS: ReadonlySet<string> = new Set(['at', 'link', 'engine', 'cc', 'error']);

/** What makes a run the one that was asked for: a benchmark that goes on skips what is there. */
export const runKey = ({ round, link, engine, cc }: Pick<Row, 'round' | 'link' | 'engine' | 'cc'>): string =>
  [round, link, engine, cc].join(' ');

/** First line of runs.csv. */
export const CSV_HEADING = COLUMNS.join(',');

const cell = (value: string | number | null): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(Math.round(value * 1000) / 1000);
  const line = value.replaceAll(/\s+/g, ' ').trim(); // one run, one line
  return /[",]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
};

export const csvLine = (row: Row): string => COLUMNS.map((column) => cell(row[column])).join(',');

const splitLine = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
  );

/** The rows of a runs.csv; columns are found by their names, so that files of other versions can be read. */
export const parseCsv = (csv: string): Row[] => {
  const [heading = '', ...lines] = csv.split('\n').filter((line) => line.trim() !== '');
  const names = splitLine(heading);
  return lines.map((line) => {
    const cells = new Map(splitLine(line).map((text, i) => [names[i] ?? '', text]));
    const values = COLUMNS.map((column) => {
      const text = cells.get(column) ?? '';
      if (TEXTS.has(column)) return [column, text];
      return [column, text === '' ? null : Number(text)];
    });
    return Object.fromEntries(values) as Row;
  });
};
