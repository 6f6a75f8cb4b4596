import { css } from './css.ts';

/** The frame of every view: box, type, buttons, and the two small views before and after a run. */
export const cardStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    /* Containment leaves no intrinsic width: without this a flex row would squeeze the card to nothing. */
    min-inline-size: min(280px, 100%);
    /* Portals that set 62.5 % on the root must not shrink it; people who enlarge their text must get it larger. */
    font-size: max(16px, 1rem);
  }
  :host([layout='banner']) {
    min-block-size: 100px;
  }
  :host([layout='banner'][size]) {
    max-inline-size: 100%;
  }
  :host([size='728x90']) {
    inline-size: 728px;
    min-block-size: 90px;
  }
  :host([size='300x250']) {
    inline-size: 300px;
    min-block-size: 250px;
  }
  :host([size='320x100']) {
    inline-size: 320px;
  }
  :host([layout='banner']) :is([lang], div.card) {
    display: grid;
    min-block-size: inherit;
  }
  :host([layout='kiosk']) {
    position: fixed;
    z-index: 2147483647;
    inset: 0;
    container-type: size;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  dl,
  dd,
  ol,
  ul {
    margin: 0;
    padding: 0;
  }
  ol,
  ul {
    list-style: none;
  }
  p,
  dd,
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

  button {
    min-block-size: 48px;
    padding: 0.625em 1.5em;
    border: 1px solid var(--_edge);
    border-radius: 999px;
    background: transparent;
    color: var(--_ink);
    font: inherit;
    font-weight: 600;
    line-height: 1.3;
    text-wrap: balance;
    cursor: pointer;
    transition:
      background-color 150ms,
      box-shadow 150ms;
  }
  button:hover {
    background: var(--_panel);
  }
  button:focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 3px;
  }
  button.primary {
    forced-color-adjust: none;
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  button.primary:hover {
    box-shadow: inset 0 0 0 99px rgb(0 0 0 / 12%);
  }
  button.link {
    min-block-size: 44px;
    padding: 0.25em 0.5em;
    border: 0;
    color: var(--_accent);
    font-size: inherit;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  button.big {
    min-block-size: 60px;
    padding-inline: 2.25em;
    font-size: 1.1875em;
  }

  .idle {
    justify-items: center;
    gap: 1.25em;
    padding-block: 2em;
    text-align: center;
  }
  .idle .lead {
    display: grid;
    gap: 0.375em;
  }
  .idle h2 {
    font-size: 1.625em;
  }
  .idle .lead p {
    max-inline-size: 34em;
    color: var(--_soft);
    text-wrap: balance;
  }
  .idle .about {
    display: grid;
    justify-items: center;
    gap: 0.5em;
    margin-block-end: -0.75em; /* the room around the words of its last link */
  }
  ::slotted(:is([slot='logo'], [slot='footer'])) {
    display: block;
    margin: 1em 1.25em;
  }
  .idle .cost {
    text-wrap: balance;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0 0.5em;
  }
  .notice {
    padding: 0.75em 1em;
    border-radius: 12px;
    background: var(--_panel);
  }

  .asking dl {
    display: grid;
    gap: 0.875em;
  }
  .asking dt {
    font-weight: 600;
  }
  .asking dd {
    color: var(--_soft);
  }
  .buttons {
    display: grid;
    gap: 0.75em;
    margin-block-start: 0.5em;
  }

  .failed {
    align-content: center;
    justify-items: start;
    gap: 0.5em;
    border-inline-start: 6px solid var(--_poor);
  }
  .failed .sentence {
    font-weight: 600;
  }
  .failed button {
    margin-block-start: 0.75em;
  }
  .failed .fine {
    margin-block-start: 0.5em;
    overflow-wrap: anywhere;
  }
  .blocked {
    margin-block-end: 0.75em;
  }
  .card + slot::slotted(*) {
    margin-block-start: 0.75em;
  }
  .card + slot::slotted(:is(a, img, picture)) {
    display: inline-block;
  }

  @container (max-width: 22.99em) {
    .choices {
      column-gap: 1em;
    }
    .choices [aria-hidden] {
      display: none;
    }
  }

  @container (min-width: 34em) {
    section {
      gap: 1.25em;
      padding: 2em;
    }
    .idle {
      grid-template-columns: 1fr auto;
      justify-items: start;
      align-items: center;
      column-gap: 2em;
      text-align: start;
    }
    .idle h2 {
      font-size: 1.75em;
    }
    .idle .about {
      grid-column: 1 / -1;
      justify-items: start;
    }
    .about > .link {
      margin-inline-start: -0.5em;
    }
    ::slotted(:is([slot='logo'], [slot='footer'])) {
      margin-inline: 2em;
    }
    .choices {
      justify-content: start;
    }
    .asking dl > div {
      display: grid;
      grid-template-columns: 15em 1fr;
      gap: 1.5em;
    }
    .buttons {
      grid-auto-flow: column;
      justify-content: start;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
    }
  }
`;
