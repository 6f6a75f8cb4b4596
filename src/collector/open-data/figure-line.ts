import type { SiteContext } from '../../protocol/context.ts';
import type { Cell, Figure } from '../../protocol/statistics.ts';
import { suppress } from '../../statistics/suppress.ts';
import { cellOf, type Tally } from '../../statistics/tally.ts';
import type { Field } from './csv.ts';

/** What figures are published of: the kinds of lines apart, and all together. */
export const FIGURE_ACCESSES = ['all', 'fixed', 'mobile'] as const;
export type FigureAccess = (typeof FIGURE_ACCESSES)[number];

/** What one line of figures.csv is about; null is the whole country. */
export interface FigureKey {
  readonly context: SiteContext;
  readonly province: Tally['province'];
  readonly access: FigureAccess;
}

export const figureName = ({ context, province, access }: FigureKey): string =>
  `${context} ${province ?? ''} ${access}`;

/** `few`: fewer votes than may be published of. `parts`: less its parts that are published it would tell of few votes. */
export type Withheld = 'few' | 'parts';

/** The measures of a line, and what their columns begin with. */
export const FIGURE_MEASURES: readonly (readonly [name: string, figureIn: (cell: Cell) => Figure | null])[] = [
  ['download_bits_per_second', ({ figures }) => figures?.downloadBitsPerSecond ?? null],
  ['upload_bits_per_second', ({ figures }) => figures?.uploadBitsPerSecond ?? null],
  ['latency_ms', ({ figures }) => figures?.latencyMs ?? null],
  ['ipv4_connect_ms', ({ ipv6Paired }) => ipv6Paired?.ipv4LatencyMs ?? null],
  ['ipv6_connect_ms', ({ ipv6Paired }) => ipv6Paired?.ipv6LatencyMs ?? null],
  ['ipv6_by_ipv4_connect_time', ({ ipv6Paired }) => ipv6Paired?.ratio ?? null],
];
export const FIGURE_PARTS = ['p10', 'median', 'p90', 'median_low', 'median_high', 'votes'] as const;

const NOTHING: readonly null[] = Array.from(
  { length: 2 + 5 + FIGURE_MEASURES.length * FIGURE_PARTS.length },
  () => null,
);

const figureFields = (figure: Figure | null): readonly Field[] =>
  figure === null
    ? FIGURE_PARTS.map(() => null)
    : [
        figure.p10,
        figure.median,
        figure.p90,
        figure.interval?.low ?? null,
        figure.interval?.high ?? null,
        figure.votes,
      ];

/** A line of figures.csv: what `GET /v1/statistics` answers, by the very functions it is answered by. */
export const figureLine = (period: string, key: FigureKey, tally: Tally | Withheld): readonly Field[] => {
  const about = [period, key.context, key.province, key.access];
  if (typeof tally === 'string') return [...about, ...NOTHING, tally];
  const cell = suppress(cellOf(tally));
  const { publishable, provisional, reasons, needs } = cell.verdict;
  return [
    ...about,
    cell.count,
    tally.sources,
    ...FIGURE_MEASURES.flatMap(([, figureIn]) => figureFields(figureIn(cell))),
    cell.ipv6Share,
    publishable,
    provisional,
    needs,
    reasons.map(({ code, needs: lacks }) => (lacks === null ? code : `${code}:${lacks}`)).join(' ') || null,
    null,
  ];
};
