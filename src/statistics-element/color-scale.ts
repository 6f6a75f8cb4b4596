import type { Measure } from './choices.ts';
import { bestOf } from './measured.ts';
import type { Row } from './rows.ts';

/** More are not told apart on a map (Brewer; five is also what its legend has room for). */
export const MAX_CLASSES = 5;

/** Classes of one width between round numbers. */
export interface ColorScale {
  /** Ascending; class i lies below `edges[i]`, the last one above all. */
  readonly edges: readonly number[];
  /** 0 is the palest colour; for latency the highest class has it, because a strong colour says good. */
  readonly shadeOf: (value: number) => number;
}

/** Steps that people read without arithmetic. */
const ROUND = [1, 2, 2.5, 5, 10];

/** The least round step that is not below `least`. */
export const roundStep = (least: number): number => {
  const decade = 10 ** Math.floor(Math.log10(least));
  return ROUND.map((step) => step * decade).find((step) => step >= least * (1 - 1e-9))!;
};

/**
 * Classes for the values of a map. They are never narrower than the figures are sure: where the middle interval is 8 Mbit/s wide, classes
 * of 1 Mbit/s would paint chance. One class where there is nothing to tell apart.
 */
export const colorScale = (rows: readonly Row[], measure: Measure): ColorScale => {
  const values = rows.flatMap(({ measured }) => measured?.value ?? []);
  const [min, max] = [Math.min(...values), Math.max(...values)];
  const widths = rows.flatMap(({ measured }) =>
    measured?.interval ? measured.interval.high - measured.interval.low : [],
  );
  const middle = widths.sort((a, b) => a - b)[widths.length >> 1] ?? 0;
  const edges = values.length > 0 && max > min ? edgesOf(min, max, middle) : [];
  const classOf = (value: number) => edges.filter((edge) => value >= edge).length;
  // Few classes take shades that are far apart.
  const spread = (index: number) => (edges.length === 0 ? 2 : Math.round((index * (MAX_CLASSES - 1)) / edges.length));
  return {
    edges,
    shadeOf: (value) => spread(bestOf(measure) === 'high' ? classOf(value) : edges.length - classOf(value)),
  };
};

const edgesOf = (min: number, max: number, least: number): readonly number[] => {
  for (let step = roundStep(Math.max((max - min) / MAX_CLASSES, least)); ; step = roundStep(step * 1.01)) {
    const from = Math.floor(min / step + 1e-9) + 1;
    const to = Math.ceil(max / step - 1e-9) - 1;
    if (to - from + 2 <= MAX_CLASSES)
      return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => Number(((from + i) * step).toPrecision(12)));
  }
};
