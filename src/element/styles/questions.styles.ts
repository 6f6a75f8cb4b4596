import { css } from '../../page/css.ts';

/** Two lists of answers, each a large target. */
export const questionsStyles = css`
  fieldset {
    display: grid;
    gap: 0.75em;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    margin-block-end: 0.5em;
    padding: 0;
    font-weight: 600;
  }
  input[type='search'] {
    inline-size: 100%;
    min-block-size: 48px;
    padding: 0.5em 1em;
    border: 1px solid var(--_edge);
    border-radius: 12px;
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
  }
  input[type='search']::placeholder {
    color: var(--_soft);
    opacity: 1;
  }
  input:focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .options {
    display: grid;
    grid-auto-rows: max-content; /* else enlarged text overlaps: a stated minimum lets rows shrink to it */
    max-block-size: 17em;
    overflow-y: auto;
    border: 1px solid var(--_line);
    border-radius: 12px;
  }
  .questions label {
    display: flex;
    align-items: center;
    gap: 0.75em;
    min-block-size: 48px;
    padding: 0.375em 1em;
    cursor: pointer;
  }
  .options label + label {
    border-block-start: 1px solid var(--_line);
  }
  .questions label:hover {
    background: var(--_panel);
  }
  .questions label:has(:checked) {
    background: var(--_panel);
    font-weight: 600;
  }
  .questions input[type='radio'] {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin: 0;
    accent-color: var(--_accent);
  }
  .questions small {
    display: block;
    color: var(--_soft);
    font-size: 0.8125em;
    font-weight: 400;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .row label {
    border: 1px solid var(--_line);
    border-radius: 12px;
  }
`;
