import { css } from '../../page/css.ts';

/** The table where it has room. */
export const tableStyles = css`
  .all {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5em;
  }
  table {
    inline-size: 100%;
    border-spacing: 0;
    border-collapse: separate;
    font-size: 0.9375em;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 0.375em 0.625em;
    border-block-end: 1px solid var(--_line);
    text-align: end;
    vertical-align: middle;
  }
  thead th {
    padding: 0;
    border-block-end: 2px solid var(--_edge);
    color: var(--_soft);
    font-size: 0.875em;
    font-weight: 600;
    line-height: 1.25;
    vertical-align: bottom;
  }
  thead th:not([aria-sort]) {
    padding: 0.5em 0.714em;
  }
  th.province,
  td.verdict,
  th.verdict {
    text-align: start;
  }
  tbody th {
    font-weight: 400;
  }
  tbody tr:hover > * {
    background: var(--_panel);
  }
  tbody tr.chosen > * {
    background: color-mix(in srgb, var(--_accent) 11%, var(--_surface));
  }
  button.sort,
  button.name {
    white-space: nowrap;
  }
  button.sort {
    display: flex;
    align-items: end;
    justify-content: end;
    gap: 0.375em;
    inline-size: 100%;
    min-block-size: 44px;
    padding: 0.5em 0.714em;
    border: 0;
    border-radius: 8px;
    color: inherit;
    text-align: inherit;
  }
  .province button.sort,
  .verdict button.sort {
    justify-content: start;
  }
  button.sort small {
    display: block;
  }
  .arrow {
    flex: none;
    inline-size: 10px;
    block-size: 14px;
    margin-block-end: 0.125em;
  }
  .arrow path {
    fill: var(--_edge);
    opacity: 0.55;
  }
  [aria-sort='ascending'] .arrow path:first-child,
  [aria-sort='descending'] .arrow path:last-child {
    fill: var(--_accent);
    opacity: 1;
  }
  [aria-sort='ascending'] .arrow path:last-child,
  [aria-sort='descending'] .arrow path:first-child {
    opacity: 0;
  }
  [aria-sort='ascending'] button,
  [aria-sort='descending'] button {
    color: var(--_ink);
  }
  button.name {
    min-block-size: 44px;
    padding: 0.25em 0;
    border: 0;
    border-radius: 4px;
    color: var(--_accent);
    font-weight: 600;
    text-align: start;
  }
  button.name:hover {
    background: none;
    text-decoration: underline;
  }
  td.value {
    font-weight: 700;
  }
  td.none {
    color: var(--_soft);
    font-weight: 400;
  }
  td.interval,
  td.places,
  td.spread {
    white-space: nowrap;
  }
  td.spread,
  td.ipv6 {
    color: var(--_soft);
  }
  th.province,
  th.value,
  th.votes {
    white-space: nowrap;
  }
  td.plot {
    inline-size: 16%;
    min-inline-size: 6em;
    padding-inline: 0.25em;
  }
  .whiskers {
    display: block;
    inline-size: 100%;
    block-size: 16px;
    overflow: visible;
  }
  .whiskers path {
    fill: none;
    stroke-linecap: round;
    vector-effect: non-scaling-stroke;
  }
  .whiskers .grid {
    stroke: var(--_line);
    stroke-width: 1;
  }
  .whiskers .bar {
    stroke: var(--_accent);
    stroke-width: 5;
    opacity: 0.4;
  }
  .whiskers .dot {
    stroke: var(--_accent);
    stroke-width: 8;
  }
  td.verdict {
    inline-size: 28%;
    font-size: 0.9375em;
  }
  td.verdict small {
    display: block;
    margin-block-start: 0.125em;
    color: var(--_soft);
    line-height: 1.3;
  }

  /* A mouse needs less than a finger, and 34 rows are long enough. */
  @container (min-width: 54em) {
    button.name {
      min-block-size: 32px;
    }
  }
  @media (pointer: coarse) {
    button.name {
      min-block-size: 44px;
    }
  }
`;
