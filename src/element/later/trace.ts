import { html } from 'lit';
import type { BitsPerSecond } from '../../protocol/units.ts';

/** Width of a trace that still grows, in samples: ten seconds at four a second, the limit of a standard direction. */
export const GROWING_WIDTH = 40;

const HEIGHT = 36;

/** Points of a line from left to right, 0 at the bottom, the highest rate at the top. */
export const tracePoints = (rates: readonly BitsPerSecond[], width: number): string => {
  const top = Math.max(...rates, 1);
  const last = Math.max(width - 1, rates.length - 1, 1);
  return rates
    .map((rate, i) => `${((i / last) * 100).toFixed(1)},${(HEIGHT - 2 - (rate / top) * (HEIGHT - 5)).toFixed(1)}`)
    .join(' ');
};

/** The rate over time, as a picture; for eyes only. */
export const trace = (
  rates: readonly BitsPerSecond[],
  { tone, width = 0 }: { readonly tone: 'download' | 'upload'; readonly width?: number },
) => {
  const points = rates.length > 1 ? tracePoints(rates, width) : '';
  const [left, right] = [
    points.split(',', 1)[0] ?? '',
    points.slice(points.lastIndexOf(' ') + 1).split(',', 1)[0] ?? '',
  ];
  return html`
    <svg
      class="trace"
      part="trace"
      data-tone=${tone}
      viewBox="0 0 100 ${HEIGHT}"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <line class="base" x1="0" x2="100" y1=${HEIGHT - 1} y2=${HEIGHT - 1} />
      <polygon class="area" points=${points && `${left},${HEIGHT - 1} ${points} ${right},${HEIGHT - 1}`} />
      <polyline class="line" points=${points} />
    </svg>
  `;
};
