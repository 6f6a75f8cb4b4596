import { html, nothing, svg } from 'lit';
import { fill } from '../../page/fill.ts';
import type { Cell } from '../../protocol/statistics.ts';
import type { Language } from '../language.ts';
import { measuredOf } from '../measured.ts';
import type { Shown } from '../picture.ts';
import { isWithin } from '../periods.ts';
import { marksOf } from './axis.ts';

const HEIGHT = 190;
const [LEFT, RIGHT, TOP, BOTTOM] = [52, 14, 12, 28];

/** Median month by month with the band of its interval; where a month is not published, the line has a gap. Null where there is no line. */
export const trend = (cells: readonly Cell[], place: string, choices: Shown, language: Language, width: number) => {
  const { measure, access } = choices;
  const { text, format, withUnit, number, period } = language;
  const months = [...cells].sort((a, b) => a.period.localeCompare(b.period));
  const points = months.map((cell) => ({ month: cell.period, measured: measuredOf(cell, measure) }));
  const known = points.flatMap(({ measured }) => measured ?? []);
  if (known.length < 2) return null;

  const lows = known.map(({ value, interval }) => interval?.low ?? value);
  const highs = known.map(({ value, interval }) => interval?.high ?? value);
  const [min, max] = [Math.min(...lows), Math.max(...highs)];
  // From 0 where that costs little; a line far above it would be flat.
  const marks = marksOf(min > max / 2 ? min : 0, max, 4);
  const [bottom, top] = [marks[0]!, marks.at(-1)!];
  const inner = { width: width - LEFT - RIGHT, height: HEIGHT - TOP - BOTTOM };
  const x = (i: number) => Math.round(LEFT + ((i + 0.5) * inner.width) / points.length);
  const y = (value: number) => Math.round(10 * (TOP + inner.height * (1 - (value - bottom) / (top - bottom)))) / 10;

  const runs = runsOf(points.map(({ measured }) => measured !== null));
  const at = (i: number) => points[i]!.measured!;
  const band = (run: readonly number[]) => {
    const upper = run.map((i) => `${x(i)} ${y(at(i).interval?.high ?? at(i).value)}`);
    const lower = run.map((i) => `${x(i)} ${y(at(i).interval?.low ?? at(i).value)}`).reverse();
    return `M${[...upper, ...lower].join('L')}z`;
  };
  const line = (run: readonly number[]) => `M${run.map((i) => `${x(i)} ${y(at(i).value)}`).join('L')}`;
  const every = Math.ceil(points.length / Math.max(1, Math.floor(inner.width / 64)));
  const item = ({ month, measured }: (typeof points)[number]) => {
    if (!measured) return fill(text.trend.itemOpen, { month: period(month) });
    const { value, interval } = measured;
    const said = { month: period(month), value: withUnit(value, measure) };
    return interval
      ? fill(text.trend.item, { ...said, low: number(interval.low, measure), high: number(interval.high, measure) })
      : fill(text.trend.itemPlain, said);
  };
  const label = fill(text.trend.label, {
    measure: text.measureLong[measure],
    place,
    access: text.accessLong[access],
    list: points.map(item).join('; '),
  });
  return html`
    <svg class="chart" role="img" aria-label=${label} viewBox="0 0 ${width} ${HEIGHT}">
      ${marks.map(
        (mark) => svg`
          <path class="grid" d="M${LEFT} ${y(mark)}H${width - RIGHT}" />
          <text class="mark" x=${LEFT - 8} y=${y(mark) + 4} text-anchor="end">${language.mark(mark, measure)}</text>
        `,
      )}
      ${points.map(({ month }, i) =>
        (points.length - 1 - i) % every === 0
          ? svg`<text class="mark" x=${x(i)} y=${HEIGHT - 8} text-anchor="middle">${format.month(month)}</text>`
          : nothing,
      )}
      ${points.map(({ measured }, i) =>
        measured ? nothing : svg`<rect class="gap" x=${x(i) - 7} y=${TOP} width="14" height=${inner.height} />`,
      )}
      ${runs.map((run) => svg`<path class="band" d=${band(run)} /><path class="line" d=${line(run)} />`)}
      ${runs.flat().map((i) => {
        const { interval, value } = at(i);
        const whisker = interval
          ? svg`<path class="whisker" d="M${x(i)} ${y(interval.low)}V${y(interval.high)}" />`
          : nothing;
        const isNow = isWithin(points[i]!.month, choices.period);
        return svg`${whisker}<circle class=${isNow ? 'dot now' : 'dot'} cx=${x(i)} cy=${y(value)} r=${isNow ? 5.5 : 4} />`;
      })}
    </svg>
  `;
};

/** Neighbours that are there, as lists of their places. */
const runsOf = (isThere: readonly boolean[]): readonly (readonly number[])[] => {
  const runs: number[][] = [];
  isThere.forEach((there, i) => {
    if (!there) return;
    if (i > 0 && isThere[i - 1]) runs.at(-1)!.push(i);
    else runs.push([i]);
  });
  return runs;
};
