import { css } from '../../page/css.ts';

/** The frame of every view: box and type. */
export const cardStyles = css`
  .quiet {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .card {
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    /* What a page says of all its text would be inherited. */
    font: 400 1em/1.5 var(--i-speed-test-font, system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    letter-spacing: normal;
    word-spacing: normal;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    overflow-wrap: break-word;
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
  [tabindex='-1']:focus {
    outline: none;
  }
  .fine {
    color: var(--_soft);
    font-size: 0.875em;
  }
  .value,
  .figure,
  b {
    font-variant-numeric: tabular-nums;
  }
`;
