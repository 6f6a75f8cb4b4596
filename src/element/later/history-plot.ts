import { html, svg } from 'lit';
import { type BitsPerSecond, megabitsOf } from '../../protocol/units.ts';
import type { Format } from '../../page/format.ts';
import type { PastTest } from '../history-log.ts';
import { fill } from '../../page/fill.ts';
import type { FullText } from '../locales/more-text.ts';

type Rates = readonly (BitsPerSecond | null)[];

const HEIGHT = 40;

/** More points than this would be one band: then the line alone. */
const MAX_DOTS = 40;

/** The end of a scale from 0, Mbit/s: a round number, whose half is a whole one. */
export const topOfScale = (highest: number): number => {
  for (let ten = 1; ; ten *= 10) {
    const end = [2, 3, 4, 5, 6, 8, 10].map((step) => step * ten).find((end) => end >= highest && end % 2 === 0);
    if (end !== undefined) return end;
  }
};

/** Lines through the rates, with gaps where nothing was measured; a rate alone between gaps is seen by its dot. */
export const plotPaths = (rates: Rates, top: number): { readonly line: string; readonly dots: string } => {
  const last = Math.max(rates.length - 1, 1);
  const points = rates.map((rate, i) =>
    rate === null
      ? null
      : `${((i / last) * 100).toFixed(2)} ${(HEIGHT - (megabitsOf(rate) / top) * HEIGHT).toFixed(2)}`,
  );
  const line = points.map((point, i) => point && `${i > 0 && points[i - 1] ? 'L' : 'M'}${point}`);
  const isAlone = (i: number) => !points[i - 1] && !points[i + 1];
  const dots = points.map((point, i) => point && (points.length <= MAX_DOTS || isAlone(i)) && `M${point}h0`);
  return { line: line.filter(Boolean).join(''), dots: dots.filter(Boolean).join('') };
};

/** Download and upload over the tests (oldest first), from 0. */
export const historyPlot = (tests: readonly PastTest[], { format, instant }: Written, text: FullText) => {
  const lines = (['download', 'upload'] as const).map((tone) => ({ tone, rates: tests.map((test) => test[tone]) }));
  const top = topOfScale(Math.max(...lines.flatMap(({ rates }) => rates.map((rate) => megabitsOf(rate ?? 0)))));
  return html`
    <figure class="plot" part="plot">
      <figcaption aria-hidden="true">
        <span class="unit">${text.megabitsPerSecond}</span>
        ${lines.map(({ tone }) => html`<span class="key" data-tone=${tone}>${text[tone]}</span>`)}
      </figcaption>
      <div class="scale" aria-hidden="true">
        ${[top, top / 2, 0].map((mark) => html`<span>${format.count(mark)}</span>`)}
      </div>
      <svg
        role="img"
        aria-label=${[text.past.plot, ...lines.map((line) => rangeOf(line, format, text))].join('. ')}
        viewBox="0 0 100 ${HEIGHT}"
        preserveAspectRatio="none"
      >
        <path class="grid" d="M0 0h100M0 ${HEIGHT / 2}h100M0 ${HEIGHT}h100" />
        ${lines.map(({ tone, rates }) => {
          const { line, dots } = plotPaths(rates, top);
          return svg`<path class="line" data-tone=${tone} d=${line} /><path class="dots" data-tone=${tone} d=${dots} />`;
        })}
      </svg>
      <div class="ends" aria-hidden="true">
        <span>${instant(tests[0]!.at)}</span><span>${instant(tests.at(-1)!.at)}</span>
      </div>
    </figure>
  `;
};

export interface Written {
  readonly format: Format;
  readonly instant: (iso: string) => string | null;
}

const rangeOf = (
  { tone, rates }: { readonly tone: 'download' | 'upload'; readonly rates: Rates },
  format: Format,
  text: FullText,
): string => {
  const measured = rates.filter((rate) => rate !== null);
  if (measured.length === 0) return `${text[tone]}: ${text.notMeasured}`;
  const said = (rate: BitsPerSecond) => `${format.rate(rate)} ${text.megabitsPerSecond}`;
  return fill(text.past.range, {
    name: text[tone],
    least: said(Math.min(...measured)),
    most: said(Math.max(...measured)),
  });
};
