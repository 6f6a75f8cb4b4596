import { css } from '../../page/css.ts';

/** The frame of every view: sections and headings. */
export const cardStyles = css`
  .card {
    overflow: hidden;
  }
  section {
    display: grid;
    gap: 1em;
    padding: 1.25em;
  }
  h2 {
    font-size: 1.375em;
    font-weight: 700;
    line-height: 1.25;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  h3 {
    margin-block-start: 0.75em;
    color: var(--_soft);
    font-size: 0.875em;
    font-weight: 600;
  }
  .value,
  .figure,
  b {
    font-variant-numeric: tabular-nums;
  }
`;
