import { css } from './css.ts';

/** One row in a low box, a column in a high one. The box is the page's; enlarged text makes it grow instead of being cut. */
export const bannerStyles = css`
  .strip {
    position: relative;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em 1em;
    padding: 0.5em 1em;
    line-height: 1.3;
  }
  .strip .lead {
    display: grid;
    flex: 1;
    gap: 0.125em;
    min-inline-size: 0;
  }
  .strip p {
    text-wrap: balance;
  }
  .strip .title {
    color: var(--_soft);
    font-size: 0.8125em;
    font-weight: 600;
  }
  .strip .title:not(:has(+ .name)) {
    color: var(--_ink);
    font-size: 1.125em;
    font-weight: 700;
  }
  .strip .name {
    font-weight: 700;
  }
  .strip .more {
    color: var(--_soft);
    font-size: 0.8125em;
  }
  .strip button {
    min-block-size: 44px;
    padding: 0.5em 1.25em;
    white-space: nowrap;
  }
  .strip .acts {
    display: flex;
    flex: none;
    align-items: center;
    gap: 0.5em;
  }
  .strip .icon {
    display: grid;
    place-items: center;
    inline-size: 44px;
    padding: 0;
  }
  .strip .roomy + .icon {
    display: none;
  }
  .icon svg {
    inline-size: 1.375em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .strip progress {
    block-size: 4px;
  }
  .strip .samples {
    position: static;
    block-size: 6px;
    border-radius: 3px;
    overflow: hidden;
  }
  .strip .reading {
    position: static;
    display: flex;
    flex: none;
    align-items: baseline;
    justify-content: end;
    gap: 0.25em;
    min-inline-size: 6.5em;
  }
  .strip .reading .value {
    font-size: 1.75em;
  }
  .strip .reading .unit {
    font-size: 0.8125em;
  }
  .strip .trace {
    flex: 1;
    max-inline-size: 12em;
    block-size: 2.5em;
  }
  .figures {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    gap: 0.25em 1.75em;
  }
  .figures dt {
    color: var(--_tone);
    font-size: 0.8125em;
    font-weight: 600;
  }
  .figures [data-tone='latency'] dt {
    color: var(--_soft);
  }
  .figures .value {
    font-size: 1.625em;
    font-weight: 700;
    letter-spacing: -0.02em;
  }
  .figures .unit {
    color: var(--_soft);
    font-size: 0.8125em;
  }

  @container (max-width: 36em) {
    .strip {
      padding-inline: 0.75em;
    }
    .strip .trace,
    .strip .invite {
      display: none;
    }
    .strip .reading {
      min-inline-size: 0;
    }
    .figures {
      flex-wrap: nowrap;
      justify-content: space-between;
      gap: 0.75em;
      max-inline-size: 15em;
    }
    .figures dt,
    .figures .unit {
      font-size: 0.75em;
    }
    .figures .value {
      font-size: 1.25em;
    }
    .figures .unit {
      display: block;
    }
    .strip .roomy {
      display: none;
    }
    .strip .roomy + .icon {
      display: grid;
    }
    .strip button.primary {
      padding-inline: 0.875em;
      white-space: normal;
    }
  }
  @container (max-width: 24em) {
    .strip {
      gap: 0.5em;
    }
    .strip .reading .value {
      font-size: 1.375em;
    }
    .strip .title:has(+ .name) {
      display: none;
    }
    .strip .name {
      font-size: 0.9375em;
    }
  }

  :host([size='300x250']) .strip {
    flex-direction: column;
    align-items: stretch;
    justify-content: center;
    gap: 0.75em;
    padding: 0.75em 1em;
    text-align: center;
  }
  :host([size='300x250']) .strip .lead {
    flex: none;
    gap: 0.5em;
  }
  :host([size='300x250']) .strip .title {
    display: block;
    color: var(--_ink);
    font-size: 1.25em;
    font-weight: 700;
  }
  :host([size='300x250']) .strip .reading {
    justify-content: center;
  }
  :host([size='300x250']) .strip .reading .value {
    font-size: 2.5em;
    line-height: 1.2;
  }
  :host([size='300x250']) .strip .trace {
    display: block;
    flex: none;
    max-inline-size: none;
    block-size: 2.5em;
  }
  :host([size='300x250']) .figures {
    flex: none;
    flex-direction: column;
    gap: 0.375em;
    max-inline-size: none;
  }
  :host([size='300x250']) .figures div {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
  }
  :host([size='300x250']) .figures .value {
    font-size: 1.5em;
  }
  :host([size='300x250']) .figures .unit {
    display: inline;
  }
  :host([size='300x250']) .acts {
    justify-content: center;
  }
  :host([size='300x250']) .acts .primary {
    display: block;
    flex: 1;
  }
  :host([size='300x250']) .acts .roomy + .icon {
    display: none;
  }

  dialog {
    inline-size: min(60em, 100vw - 2em);
    max-inline-size: none;
    max-block-size: calc(100dvh - 2em);
    padding: 0;
    overflow: auto;
    text-align: start;
  }
  dialog::backdrop {
    background: rgb(8 15 28 / 60%);
  }
  dialog .frame {
    container-type: inline-size;
  }
  dialog .close {
    position: sticky;
    z-index: 1;
    inset-block-start: 0;
    display: flex;
    justify-content: end;
    block-size: 0;
  }
  dialog .close .icon {
    display: grid;
    place-items: center;
    inline-size: 48px;
    margin: 0.5em 0.5em 0 0;
    padding: 0;
    border: 0;
    background: var(--_surface);
  }
  dialog h2 {
    padding-inline-end: 1.5em;
  }
  dialog .running h2 {
    padding-inline: 2em;
  }
`;
