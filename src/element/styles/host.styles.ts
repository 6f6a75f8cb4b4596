import { css } from '../../page/css.ts';

/** The place that a layout takes in the page, and what every text and list inside begins with. */
export const hostStyles = css`
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
