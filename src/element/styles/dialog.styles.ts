import { css } from './css.ts';

/** The whole card over the page, opened by a banner. */
export const dialogStyles = css`
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
