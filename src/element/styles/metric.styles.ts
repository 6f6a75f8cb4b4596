import { css } from '../../page/css.ts';

/** Numbers with their names; the two rates larger than all else. */
export const metricStyles = css`
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
  .rates .metric:has(.absent) {
    align-content: start;
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

  @container (min-width: 34em) {
    .rates {
      grid-template-columns: 1fr 1fr;
    }
  }
`;
