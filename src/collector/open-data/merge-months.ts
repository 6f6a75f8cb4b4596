import { monthsOf } from '../../protocol/period.ts';
import { mergeTallies } from '../../statistics/merge-tallies.ts';
import { groupBy } from '../group-by.ts';
import { monthAfter } from '../vietnam-calendar.ts';
import { figureName } from './figure-line.ts';
import type { RecomputedFigure, RecomputedMonth } from './recompute-month.ts';

/** The quarter or the year that the months are, else the first and the last of them. */
export const periodOf = (months: readonly string[]): string => {
  const sorted = [...months].sort();
  const [from, to] = [sorted[0]!, sorted.at(-1)!];
  if (from === to) return from;
  const isWhole = sorted.every((month, i) => i === 0 || month === monthAfter(sorted[i - 1]!));
  const year = from.slice(0, 4);
  const candidates = [year, ...[1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`)];
  const period = candidates.find((each) => monthsOf(each).from === from && monthsOf(each).to === to);
  return isWhole && period !== undefined ? period : sorted.join('+');
};

/** The figures of all months together, histograms added. What one of them withholds would be told by the whole less the others. */
export const mergeMonths = (months: readonly RecomputedMonth[]): readonly RecomputedFigure[] => {
  const period = periodOf(months.map(({ month }) => month));
  const parts = groupBy(
    months.flatMap(({ figures }) => figures),
    ({ key }) => figureName(key),
  );
  return [...parts.keys()].sort().map((name) => {
    const figures = parts.get(name)!;
    const { key } = figures[0]!;
    const tallies = figures.flatMap(({ tally }) => (typeof tally === 'string' ? [] : [tally]));
    if (tallies.length < figures.length) return { key, tally: 'parts' };
    return { key, tally: mergeTallies(tallies, { province: key.province, period }) };
  });
};
