import { css } from 'lit';

/** The result: two big numbers, then ever quieter rows, then what they mean. */
export const resultStyles = css`
  .finished {
    gap: 0.75em;
  }
  .rates,
  .latencies {
    display: grid;
    gap: 0.75em;
  }
  .metric {
    display: grid;
    align-content: space-between;
    min-inline-size: 0;
    padding: 0.875em 1em;
    border-radius: 14px;
    background: var(--_panel);
  }
  .metric dt {
    color: var(--_soft);
    font-size: 0.875em;
  }
  .metric dd {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 0.375em;
    line-height: 1.25;
  }
  .metric .value {
    font-size: 1.375em;
    font-weight: 700;
  }
  .metric .unit {
    color: var(--_soft);
    font-size: 0.875em;
  }
  .metric .absent {
    color: var(--_soft);
  }
  .metric .note {
    inline-size: 100%;
    color: var(--_soft);
    font-size: 0.875em;
  }
  .rates .metric {
    padding: 1.125em 1.25em 0;
    overflow: hidden;
  }
  .rates .metric dt {
    color: var(--_tone);
    font-size: 1em;
    font-weight: 700;
  }
  .rates .metric dd {
    padding-block-end: 1.125em;
  }
  .rates .metric dd:has(.trace) {
    padding-block-end: 0;
  }
  .rates .value {
    font-size: 2.875em;
    line-height: 1.15;
    letter-spacing: -0.025em;
  }
  .rates .unit {
    font-size: 1em;
  }
  .rates .trace {
    inline-size: calc(100% + 2.5em);
    block-size: 3em;
    margin: 0.75em -1.25em 0;
  }
  .rates .trace .base {
    display: none;
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
  .delivery {
    color: var(--_soft);
  }

  .uses {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.75em;
  }
  .uses li {
    display: grid;
    align-content: space-between;
    padding: 0.625em 0.875em;
    border: 1px solid var(--_line);
    border-radius: 14px;
    line-height: 1.35;
  }
  .uses .verdict {
    font-weight: 700;
  }
  .uses .verdict::before {
    display: inline-block;
    inline-size: 1.25em;
    content: '✓' / '';
  }
  [data-verdict='good'] .verdict {
    color: var(--_good);
  }
  [data-verdict='fair'] .verdict {
    color: var(--_fair);
  }
  [data-verdict='fair'] .verdict::before {
    content: '≈' / '';
  }
  [data-verdict='poor'] .verdict {
    color: var(--_poor);
  }
  [data-verdict='poor'] .verdict::before {
    content: '✕' / '';
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
    .rates {
      grid-template-columns: 1fr 1fr;
    }
    .latencies {
      grid-template-columns: repeat(4, 1fr);
    }
  }
  @container (min-width: 34em) {
    .uses {
      grid-template-columns: repeat(4, 1fr);
    }
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
