import { css } from '../../page/css.ts';

/** Box, type, and what stands where. */
export const frameStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    min-inline-size: min(280px, 100%);
    font-size: max(16px, 1rem);
  }
  :host([hidden]) {
    display: none;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
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
  .quiet {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .statistics {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25em;
    padding: clamp(1em, 3cqi, 2em);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
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
  [tabindex='-1']:focus {
    outline: none;
  }
  .fine {
    color: var(--_soft);
    font-size: 0.875em;
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
