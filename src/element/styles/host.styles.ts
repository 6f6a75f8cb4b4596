import { css } from '../../page/css.ts';

/** The place that a layout takes in the page, and what every box and list inside begins with. */
export const hostStyles = css`
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
`;
