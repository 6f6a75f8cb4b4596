import { css } from '../../page/css.ts';

/** What stands in for the card. */
export const blockedStyles = css`
  iframe {
    display: block;
    inline-size: 100%;
    block-size: 30em;
    border: 0;
    color-scheme: inherit;
  }
  iframe.waiting {
    position: absolute;
    block-size: 1px;
    visibility: hidden;
  }
  .elsewhere {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 1em;
    margin-block-start: 0.75em;
    font-family: var(--i-speed-test-font, system-ui, sans-serif);
  }
  .elsewhere a {
    color: inherit;
    font-weight: 600;
  }
  .elsewhere .qr-code {
    inline-size: 7em;
    block-size: 7em;
  }
  [part='debug'] {
    margin-block-start: 0.5em;
    font-family: monospace;
    overflow-wrap: anywhere;
  }
`;
