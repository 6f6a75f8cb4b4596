import { css } from './css.ts';

/** The banner of 300 × 250 px: everything under one another. */
export const squareBannerStyles = css`
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
`;
