import { css } from './css.ts';

/** Buttons, in every view and layout. */
export const buttonStyles = css`
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
`;
