import { html, nothing } from 'lit';
import type { Row } from '../rows.ts';

export interface Axis {
  readonly from: number;
  readonly to: number;
}

/** One axis for all rows, from the least to the highest bound of the intervals; null where there is none. */
export const axisOf = (rows: readonly Row[]): Axis | null => {
  const bounds = rows.flatMap(({ measured }) =>
    measured?.interval ? [measured.interval.low, measured.interval.high] : [],
  );
  return bounds.length === 0 ? null : { from: Math.min(...bounds), to: Math.max(...bounds) };
};

/** Room for the dots at both ends, of 100. */
const MARGIN = 2;

/** The interval as a bar with the median in it, on the axis of the whole column: what parts can be seen. */
export const whiskers = ({ measured }: Row, axis: Axis | null) => {
  if (!measured?.interval || !axis) return nothing;
  const at = (value: number) =>
    (MARGIN + ((100 - 2 * MARGIN) * (value - axis.from)) / (axis.to - axis.from || 1)).toFixed(1);
  const { low, high } = measured.interval;
  return html`
    <svg class="whiskers" viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">
      <path class="grid" d="M0 8h100" />
      <path class="bar" d="M${at(low)} 8H${at(high)}" />
      <path class="dot" d="M${at(measured.value)} 8h0" />
    </svg>
  `;
};
