import { css } from '../../page/css.ts';

/** Period, place, kind of line; and the four figures that choose the measure. */
export const choiceStyles = css`
  .choices {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.75em 1.25em;
  }
  .choice {
    display: grid;
    gap: 0.25em;
    min-inline-size: 0;
  }
  .choice > span,
  .choice > legend {
    padding: 0;
    color: var(--_soft);
    font-size: 0.875em;
  }
  .choice > legend {
    margin-block-end: 0.286em;
  }
  select {
    min-block-size: 44px;
    max-inline-size: 100%;
    padding: 0.375em 0.75em;
    border: 1px solid var(--_edge);
    border-radius: 10px;
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
  }
  select:focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: -3px;
  }
  .segments {
    display: flex;
    flex-wrap: wrap;
    padding: 2px;
    border: 1px solid var(--_edge);
    border-radius: 10px;
  }
  .segments label {
    position: relative;
    display: flex;
  }
  .segments input,
  .tile input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .segments span {
    display: grid;
    align-items: center;
    min-block-size: 38px;
    padding: 0 0.875em;
    border-radius: 8px;
  }
  .segments :checked + span {
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .segments :focus-visible + span {
    outline: 3px solid var(--_accent);
    outline-offset: 3px;
  }

  .figures {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em;
  }
  .tile {
    position: relative;
    display: grid;
    gap: 0.125em;
    align-content: start;
    padding: 0.75em 1em;
    border: 1px solid var(--_line);
    border-radius: 12px;
    background: var(--_panel);
  }
  .tile:hover {
    border-color: var(--_edge);
  }
  .tile:has(:checked) {
    border-color: var(--_accent);
    background: var(--_surface);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .tile:has(:focus-visible) {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .tile input {
    inline-size: 100%;
    block-size: 100%;
  }
  .tile-name {
    color: var(--_soft);
    font-size: 0.875em;
  }
  .tile:has(:checked) .tile-name {
    color: var(--_accent);
    font-weight: 600;
  }
  .tile-value {
    font-size: clamp(1.375em, 4cqi, 2em);
    font-weight: 700;
    line-height: 1.15;
    letter-spacing: -0.02em;
  }
  .tile-value small {
    font-size: 0.5em;
    letter-spacing: 0;
  }
  .tile-more {
    color: var(--_soft);
    font-size: 0.8125em;
  }
  @container (min-width: 15em) {
    .figures {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container (min-width: 44em) {
    .figures {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
  }
  @container (max-width: 29.99em) {
    .choices {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(9.5em, 100%), 1fr));
    }
    /* In WebKit a name that is longer than its select makes the page wider; hence their ring is inside. */
    label.choice {
      overflow: hidden;
    }
    .choice select {
      inline-size: 100%;
    }
    fieldset.choice {
      grid-column: 1 / -1;
    }
    .segments label,
    .segments span {
      flex: 1;
      justify-content: center;
    }
  }
  @media (forced-colors: active) {
    .segments :checked + span {
      forced-color-adjust: none;
    }
  }
`;
