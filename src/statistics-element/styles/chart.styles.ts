import { css } from '../../page/css.ts';

/** Curves and bars. */
export const chartStyles = css`
  .charts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25em;
    padding-block-start: 0.25em;
  }
  .charts figure {
    display: grid;
    gap: 0.375em;
  }
  .charts h4 small {
    color: var(--_soft);
  }
  .chart {
    display: block;
    inline-size: 100%;
    overflow: visible;
  }
  .chart text {
    fill: var(--_soft);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  .chart path {
    fill: none;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .chart .grid {
    stroke: var(--_line);
  }
  .chart .tick {
    stroke: var(--_edge);
  }
  .chart .band {
    fill: var(--_accent);
    opacity: 0.16;
  }
  .chart .line {
    stroke: var(--_accent);
    stroke-width: 2.5;
  }
  .chart .whisker {
    stroke: var(--_accent);
    stroke-width: 1.5;
  }
  .chart .dot {
    fill: var(--_surface);
    stroke: var(--_accent);
    stroke-width: 2;
  }
  .chart .dot.now {
    fill: var(--_accent);
  }
  .chart .gap {
    fill: var(--_line);
    opacity: 0.6;
  }
  .chart .bar {
    fill: var(--_accent);
    opacity: 0.55;
  }
  .chart .rule {
    stroke: var(--_soft);
    stroke-width: 1.5;
    stroke-dasharray: 3 4;
  }
  .chart .rule.median {
    stroke: var(--_ink);
    stroke-width: 2;
    stroke-dasharray: none;
  }
  .chart text.median {
    fill: var(--_ink);
    font-weight: 700;
  }
`;
