import { css } from './css.ts';

/** The place that an element takes in the page, and the box and type that everything inside begins with. */
export const boxStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    /* Containment leaves no intrinsic width: without this a flex row would squeeze the card to nothing. */
    min-inline-size: min(280px, 100%);
    /* Portals that set 62.5 % on the root must not shrink it; people who enlarge their text must get it larger. */
    font-size: max(16px, 1rem);
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
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
  [tabindex='-1']:focus {
    outline: none;
  }
  .fine {
    color: var(--_soft);
    font-size: 0.875em;
  }
`;
