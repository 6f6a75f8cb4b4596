import { css } from '../../page/css.ts';

/** A curve, a table that scrolls and folds, and the question before the end. */
export const historyStyles = css`
  .past .news:empty {
    position: absolute;
  }
  .plot {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.875em 0.625em;
    margin: 0;
    color: var(--_soft);
    font-size: 0.8125em;
    font-variant-numeric: tabular-nums;
  }
  .plot figcaption {
    display: flex;
    flex-wrap: wrap;
    grid-column: 1 / -1;
    gap: 0.25em 1.25em;
  }
  .plot .unit {
    margin-inline-end: auto;
  }
  .plot .key {
    color: var(--_tone);
    font-weight: 700;
  }
  .plot .key::before {
    display: inline-block;
    inline-size: 1.5em;
    margin-inline-end: 0.375em;
    border-block-start: 3px solid var(--_tone);
    vertical-align: 0.25em;
    content: '';
  }
  .plot .key[data-tone='upload']::before {
    border-block-start-style: dashed;
  }
  .plot .scale {
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    margin-block: -0.75em;
    text-align: end;
  }
  .plot svg {
    inline-size: 100%;
    block-size: 8.5em;
    overflow: visible;
  }
  .plot path {
    fill: none;
    stroke: var(--_tone);
    stroke-width: 2;
    stroke-linejoin: round;
    stroke-linecap: round;
    vector-effect: non-scaling-stroke;
  }
  [dir='rtl'] .plot svg {
    transform: scaleX(-1);
  }
  .plot .grid {
    stroke: var(--_line);
    stroke-width: 1;
  }
  .plot .line[data-tone='upload'] {
    stroke-dasharray: 5 4;
  }
  .plot .dots {
    stroke-width: 7;
  }
  .plot .ends {
    display: flex;
    grid-column: 2;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1em;
  }
  .plot .ends > :last-child {
    margin-inline-start: auto;
  }

  .tests {
    max-block-size: 19.5em; /* ends between the two lines of a folded row */
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: 12px;
  }
  .tests:focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .tests table {
    inline-size: 100%;
    border-spacing: 0;
    border-collapse: separate;
    font-size: 0.9375em;
    font-variant-numeric: tabular-nums;
  }
  .tests thead {
    position: sticky;
    inset-block-start: 0;
    background: var(--_panel);
  }
  .tests th,
  .tests td {
    min-inline-size: 0;
    padding: 0.5em 0.75em;
    border-block-end: 1px solid var(--_line);
    text-align: end;
  }
  .tests tbody tr:last-child > * {
    border-block-end: 0;
  }
  .tests th {
    color: var(--_soft);
    font-weight: 400;
  }
  .tests thead th {
    padding-inline: 0.857em;
    font-size: 0.875em;
    vertical-align: bottom;
  }
  .tests small {
    display: block;
    font-size: 0.875em;
  }
  .tests [data-tone] {
    color: var(--_tone);
    font-weight: 700;
  }
  .tests .when,
  .tests .operator {
    text-align: start;
  }

  .sure {
    display: grid;
    gap: 0.5em;
    padding: 0.875em 1em;
    border-inline-start: 6px solid var(--_poor);
    background: var(--_panel);
    font-weight: 600;
  }
  button.grave {
    border-color: var(--_poor);
    color: var(--_poor);
  }

  /* Folded: day and operator above, the three numbers below them. */
  @container (max-width: 33.99em) {
    .tests table,
    .tests thead,
    .tests tbody {
      display: block;
    }
    .tests tr {
      display: grid;
      grid-template-columns: repeat(3, 1fr);
      padding: 0.5em 0.75em;
      border-block-end: 1px solid var(--_line);
    }
    .tests tbody tr:last-child {
      border-block-end: 0;
    }
    .tests thead th,
    .tests tbody th,
    .tests td {
      padding: 0;
      border: 0;
      overflow-wrap: anywhere;
    }
    .tests tr > :nth-child(2) {
      text-align: start;
    }
    .tests tr > :nth-child(3) {
      text-align: center;
    }
    .tests tbody .when {
      grid-column: span 2;
      font-size: 0.875em;
    }
    .tests tbody .operator {
      grid-row: 1;
      grid-column: 3;
      color: var(--_soft);
      font-size: 0.875em;
      text-align: end;
    }
    .tests thead .when,
    .tests thead .operator {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }

  /* Large text on a small screen: one thing a line, with its name. */
  @container (max-width: 15.99em) {
    .tests thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .tests {
      position: relative;
    }
    .tests tr {
      grid-template-columns: 1fr;
    }
    .tests tbody .when,
    .tests tbody .operator,
    .tests tbody [data-name] {
      grid-row: auto;
      grid-column: 1;
      text-align: start;
    }
    .tests [data-name]::before {
      font-weight: 400;
      content: attr(data-name) ' ';
    }
    .tests [data-name]::after {
      font-weight: 400;
      content: ' ' attr(data-unit);
    }
  }
`;
