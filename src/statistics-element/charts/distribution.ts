import { html, nothing, svg } from 'lit';
import { fill } from '../../page/fill.ts';
import type { Bar, Distribution } from '../../protocol/statistics.ts';
import type { Language } from '../language.ts';
import type { Measured } from '../measured.ts';
import type { Shown } from '../picture.ts';
import { logMarksOf } from './axis.ts';

const HEIGHT = 170;
const [LEFT, RIGHT, TOP, BOTTOM] = [8, 8, 24, 28];

/** The collector's bins are 64 a decade, for sums; eyes want 16. */
const BARS_PER_DECADE = 16;

/** What lies outside of all but this share on each side would push the rest together. */
const TAIL = 0.002;

/** Bins joined to the bars of a picture: exact, because counts are added. */
export const joined = (bars: readonly Bar[]): readonly Bar[] => {
  const sums = new Map<number, number>();
  const barOf = (value: number) => Math.floor(Math.log10(value) * BARS_PER_DECADE);
  for (const { low, high, votes } of bars) {
    if (low <= 0) continue; // no logarithm
    const bar = barOf(Math.sqrt(low * high));
    sums.set(bar, (sums.get(bar) ?? 0) + votes);
  }
  const edge = (bar: number) => 10 ** (bar / BARS_PER_DECADE);
  return [...sums].sort(([a], [b]) => a - b).map(([bar, votes]) => ({ low: edge(bar), high: edge(bar + 1), votes }));
};

const withoutTails = (bars: readonly Bar[]): readonly Bar[] => {
  const all = bars.reduce((sum, { votes }) => sum + votes, 0);
  let before = 0;
  return bars.filter(({ votes }) => {
    const [from, to] = [before, (before += votes)];
    return to > all * TAIL && from < all * (1 - TAIL);
  });
};

/** How many votes lie where, on a logarithmic axis; null where there are too few. */
export const distribution = (
  answer: Distribution,
  measured: Measured | null,
  place: string,
  choices: Shown,
  language: Language,
  width: number,
) => {
  const { measure, access } = choices;
  const { text, format, withUnit, number, period, mark: markSaid } = language;
  if (measure === 'ipv6') return null;
  const bars = withoutTails(joined(answer[measure]));
  if (answer.suppressed || bars.length === 0 || !measured) return null;

  const [min, max] = [bars[0]!.low, bars.at(-1)!.high];
  const inner = { width: width - LEFT - RIGHT, height: HEIGHT - TOP - BOTTOM };
  const x = (value: number) =>
    Math.round(10 * (LEFT + (inner.width * Math.log(value / min)) / Math.log(max / min))) / 10;
  const most = Math.max(...bars.map(({ votes }) => votes));
  const height = (votes: number) => Math.round((10 * inner.height * votes) / most) / 10;
  const base = TOP + inner.height;
  const marks = logMarksOf(min, max).filter((mark) => x(mark) > 16 && x(mark) < width - 16);
  const room = 44;
  const shown = marks.filter(
    (mark, i) => i === 0 || x(mark) - x(marks[i - 1]!) > room || /^1(0*|e.*)$/.test(String(mark)),
  );
  const label = fill(text.distribution.label, {
    measure: text.measure[measure],
    place,
    access: text.accessLong[access],
    period: period(choices.period),
    count: format.count(answer.count),
    p10: withUnit(measured.p10!, measure),
    median: withUnit(measured.value, measure),
    p90: withUnit(measured.p90!, measure),
  });
  const rule = (value: number, kind: string, words: string) =>
    value < min || value > max
      ? nothing
      : svg`
          <path class="rule ${kind}" d="M${x(value)} ${TOP - 4}V${base}" />
          <text class="mark ${kind}" x=${x(value)} y=${TOP - 10} text-anchor="middle">${words}</text>
        `;
  return html`
    <svg class="chart" role="img" aria-label=${label} viewBox="0 0 ${width} ${HEIGHT}">
      <path class="grid" d="M${LEFT} ${base}H${width - RIGHT}" />
      ${bars.map(
        ({ low, high, votes }) => svg`
          <rect class="bar" x=${x(low) + 0.5} y=${base - height(votes)} width=${Math.max(0.5, x(high) - x(low) - 1)} height=${height(votes)} />
        `,
      )}
      ${shown.map(
        (mark) => svg`
          <path class="tick" d="M${x(mark)} ${base}v5" />
          <text class="mark" x=${x(mark)} y=${HEIGHT - 8} text-anchor="middle">${markSaid(mark, measure)}</text>
        `,
      )}
      ${rule(measured.p10!, 'tail', '10%')} ${rule(measured.value, 'median', number(measured.value, measure))}
      ${rule(measured.p90!, 'tail', '90%')}
    </svg>
  `;
};
