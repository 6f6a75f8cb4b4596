import { css } from '../../page/css.ts';

/** Headings, and what stands where. */
export const frameStyles = css`
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  h2,
  h3,
  h4,
  p,
  dl,
  dd,
  ul,
  figure,
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  ul {
    list-style: none;
  }
  p,
  li {
    text-wrap: pretty;
  }
  .card {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25em;
    padding: clamp(1em, 3cqi, 2em);
  }
  h2 {
    font-size: clamp(1.375em, 3.4cqi, 1.875em);
    font-weight: 700;
    line-height: 1.2;
    letter-spacing: -0.015em;
    text-wrap: balance;
  }
  h3 {
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.25;
    letter-spacing: -0.01em;
  }
  h4 {
    font-size: 0.9375em;
    font-weight: 600;
  }
  small {
    font-size: 0.8125em;
    font-weight: 400;
  }
  strong,
  b,
  td,
  .tile {
    font-variant-numeric: tabular-nums;
  }
  .printed {
    display: none;
  }
  .simulated {
    padding: 0.625em 0.875em;
    border-inline-start: 6px solid var(--_fair);
    border-radius: 4px;
    background: var(--_panel);
    font-weight: 600;
  }
  .notice {
    display: grid;
    justify-items: center;
    gap: 1em;
    padding: 4em 1em;
    border-radius: 12px;
    background: var(--_panel);
    text-align: center;
  }
  .notice p {
    max-inline-size: 34em;
    text-wrap: balance;
  }
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5em;
    transition: opacity 150ms 100ms;
  }
  .body[aria-busy='true'] {
    opacity: 0.55;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5em 2.5em;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
  }
  .buttons button {
    min-block-size: 44px;
    padding-block: 0.375em;
  }
  @container (min-width: 54em) {
    .columns {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .body {
      transition: none;
    }
  }
`;
