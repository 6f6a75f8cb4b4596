import { css } from '../../page/css.ts';

/** The result under its two big numbers: ever quieter rows, then what they mean. */
export const resultStyles = css`
  .finished {
    gap: 0.75em;
  }
  .latencies {
    grid-template-columns: 1fr 1fr;
  }
  footer {
    display: grid;
    justify-items: start;
    gap: 1em;
    margin-block-start: 0.75em;
  }
  footer .buttons {
    display: flex;
    flex-wrap: wrap;
  }
  .delivery {
    color: var(--_soft);
  }

  .aside,
  .ipv6 {
    margin-block-start: 0.75em;
    padding-inline-start: 1em;
    border-inline-start: 4px solid var(--_edge);
  }
  .ipv6[data-state='works'],
  .aside[data-verdict='good'] {
    border-color: var(--_good);
  }
  .ipv6[data-state='fails'],
  .aside[data-verdict='fair'] {
    border-color: var(--_fair);
  }
  .aside[data-verdict='poor'] {
    border-color: var(--_poor);
  }
  .aside .name,
  .ipv6 .name {
    font-weight: 700;
  }
  .aside p + p,
  .ipv6 p + p {
    color: var(--_soft);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 0.5em 0.25em;
    border-block-end: 1px solid var(--_line);
    text-align: end;
  }
  th {
    color: var(--_soft);
    font-weight: 400;
  }
  th[scope='row'] {
    text-align: start;
  }
  :is(th, td):first-child {
    padding-inline-start: 0;
  }
  :is(th, td):last-child {
    padding-inline-end: 0;
  }
  .details {
    display: grid;
    border-block-start: 1px solid var(--_line);
  }
  .details div {
    padding-block: 0.5em;
    border-block-end: 1px solid var(--_line);
  }
  .details dt {
    color: var(--_soft);
  }
  .details dd {
    font-weight: 600;
  }
  .notes {
    display: grid;
    gap: 0.375em;
    padding-inline-start: 1.25em;
    list-style: disc;
  }

  @container (min-width: 34em) {
    .latencies {
      grid-template-columns: repeat(4, 1fr);
    }
  }
  @container (min-width: 34em) {
    .details div {
      display: flex;
      justify-content: space-between;
      gap: 1.5em;
    }
    .details dd {
      text-align: end;
    }
  }
  @container (min-width: 60em) {
    .details {
      grid-template-columns: 1fr 1fr;
      column-gap: 3em;
    }
  }
`;
