import { css } from '../../page/css.ts';

/** The run: one big number in its dial, the course of phases beside it. */
export const runningStyles = css`
  .running {
    position: relative;
    justify-items: center;
    padding-block-start: 1.5em;
  }
  .running > * {
    inline-size: 100%;
  }
  progress {
    position: absolute;
    inset: 0 0 auto;
    inline-size: 100%;
    block-size: 6px;
    border: 0;
    background: var(--_line);
    color: var(--_accent);
    appearance: none;
  }
  progress::-webkit-progress-bar {
    background: var(--_line);
  }
  progress::-webkit-progress-value {
    background: var(--_accent);
  }
  progress::-moz-progress-bar {
    background: var(--_accent);
  }
  .running header {
    min-block-size: 3.5em;
    text-align: center;
  }
  .running h2 {
    font-size: 1.25em;
  }

  .dial {
    position: relative;
    max-inline-size: 19em;
  }
  .dial svg {
    display: block;
    inline-size: 100%;
    overflow: visible;
  }
  .dial path {
    fill: none;
    stroke-width: 13;
    stroke-linecap: round;
  }
  .track {
    stroke: var(--_line);
  }
  .level {
    stroke: var(--_tone);
  }
  .ticks {
    fill: var(--_soft);
    font-size: 9.5px;
    font-variant-numeric: tabular-nums;
  }
  .reading {
    position: absolute;
    inset: 45% 0 auto;
    display: grid;
    justify-items: center;
    line-height: 1.1;
  }
  .reading .value {
    font-size: 3em;
    font-weight: 700;
    letter-spacing: -0.02em;
  }
  .reading .unit {
    min-block-size: 1.2em;
    color: var(--_soft);
  }

  .course {
    display: grid;
    gap: 1em;
  }
  .steps {
    display: grid;
    gap: 0.25em;
  }
  .steps li {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 1em;
    padding: 0.5em 0.875em;
    border-inline-start: 4px solid transparent;
    border-radius: 10px;
    color: var(--_soft);
  }
  .steps [data-state='now'] {
    border-inline-start-color: var(--_tone);
    background: var(--_panel);
    color: var(--_ink);
    font-weight: 600;
  }
  .steps [data-state='done'] {
    color: var(--_ink);
  }
  .steps .figure {
    font-weight: 600;
  }
  .trace {
    display: block;
    inline-size: 100%;
    block-size: 4em;
  }
  .trace .base {
    stroke: var(--_line);
    stroke-width: 1;
    vector-effect: non-scaling-stroke;
  }
  .trace .area {
    fill: var(--_tone);
    opacity: 0.14;
  }
  .trace .line {
    fill: none;
    stroke: var(--_tone);
    stroke-width: 2;
    stroke-linejoin: round;
    stroke-linecap: round;
    vector-effect: non-scaling-stroke;
  }
  .spent {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.25em 1.5em;
  }
  .spent b {
    color: var(--_ink);
    font-weight: 600;
  }
  .running > button {
    inline-size: auto;
    min-inline-size: 10em;
  }

  @container (min-width: 34em) {
    .running {
      grid-template-columns: minmax(0, 19em) minmax(0, 26em);
      justify-content: center;
      align-items: center;
      column-gap: 3em;
    }
    .running header,
    .running > button {
      grid-column: 1 / -1;
    }
    .running > button {
      justify-self: center;
    }
  }
`;
