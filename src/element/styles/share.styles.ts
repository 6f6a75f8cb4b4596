import { css } from '../../page/css.ts';

/** Words and link beside the code, the picture below them. */
export const shareStyles = css`
  .sharing .lead,
  .sharing figcaption {
    color: var(--_soft);
  }
  .sharing figure {
    display: grid;
    justify-items: center;
    gap: 0.5em;
    margin: 0;
    font-size: 0.875em;
    text-align: center;
  }
  .qr-code {
    display: block;
    inline-size: min(18em, 100%);
    border: 1px solid var(--_line);
    border-radius: 12px;
    background: #fff;
    forced-color-adjust: none;
  }
  .linked .qr-code {
    inline-size: min(14em, 100%);
  }
  .words {
    display: grid;
    align-content: start;
    gap: 0.75em;
    min-inline-size: 0;
  }
  .address {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75em 1em;
  }
  .copied {
    inline-size: 100%;
    padding: 0.75em 1em;
    border: 1px solid var(--_line);
    border-radius: 12px;
    background: var(--_panel);
    color: var(--_accent);
    overflow-wrap: anywhere;
  }
  p.copied {
    color: var(--_ink);
  }
  .copied:focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .sharing .news {
    color: var(--_good);
    font-weight: 600;
  }
  .preview canvas {
    display: block;
    inline-size: 100%;
    max-inline-size: 37.5em;
    border: 1px solid var(--_line);
    border-radius: 12px;
  }

  @container (min-width: 34em) {
    .linked {
      grid-template-columns: 1fr auto;
      column-gap: 2em;
    }
    .linked > * {
      grid-column: 1 / -1;
    }
    .linked figure {
      grid-column: 2;
      grid-row: 2 / span 2;
    }
    .linked > .lead,
    .linked > .words {
      grid-column: 1;
    }
    .linked .qr-code {
      inline-size: 14em;
    }
  }
`;
