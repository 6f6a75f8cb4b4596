import { css } from '../../page/css.ts';

/** The small views before and after a run; what they do in a wide card. */
export const smallViewsStyles = css`
  .idle {
    justify-items: center;
    gap: 1.25em;
    padding-block: 2em;
    text-align: center;
  }
  .idle .lead {
    display: grid;
    gap: 0.375em;
  }
  .idle h2 {
    font-size: 1.625em;
  }
  .idle .lead p {
    max-inline-size: 34em;
    color: var(--_soft);
    text-wrap: balance;
  }
  .idle .about {
    display: grid;
    justify-items: center;
    gap: 0.5em;
    margin-block-end: -0.75em; /* the room around the words of its last link */
  }
  ::slotted(:is([slot='logo'], [slot='footer'])) {
    display: block;
    margin: 1em 1.25em;
  }
  .idle .cost {
    text-wrap: balance;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0 0.5em;
  }
  .notice {
    padding: 0.75em 1em;
    border-radius: 12px;
    background: var(--_panel);
  }

  .asking dl {
    display: grid;
    gap: 0.875em;
  }
  .asking dt {
    font-weight: 600;
  }
  .asking dd {
    color: var(--_soft);
  }
  .buttons {
    display: grid;
    gap: 0.75em;
    margin-block-start: 0.5em;
  }

  .failed {
    align-content: center;
    justify-items: start;
    gap: 0.5em;
    border-inline-start: 6px solid var(--_poor);
  }
  .failed .sentence {
    font-weight: 600;
  }
  .failed button {
    margin-block-start: 0.75em;
  }
  .failed .fine {
    margin-block-start: 0.5em;
    overflow-wrap: anywhere;
  }
  .blocked {
    margin-block-end: 0.75em;
  }
  .card + slot {
    display: block;
    margin-block-start: 0.75em;
  }

  @container (max-width: 22.99em) {
    .choices {
      column-gap: 1em;
    }
    .choices [aria-hidden] {
      display: none;
    }
  }

  @container (min-width: 34em) {
    section {
      gap: 1.25em;
      padding: 2em;
    }
    .idle {
      grid-template-columns: 1fr auto;
      justify-items: start;
      align-items: center;
      column-gap: 2em;
      text-align: start;
    }
    .idle h2 {
      font-size: 1.75em;
    }
    .idle .about {
      grid-column: 1 / -1;
      justify-items: start;
    }
    .about > .link {
      margin-inline-start: -0.5em;
    }
    ::slotted(:is([slot='logo'], [slot='footer'])) {
      margin-inline: 2em;
    }
    .choices {
      justify-content: start;
    }
    .asking dl > div {
      display: grid;
      grid-template-columns: 15em 1fr;
      gap: 1.5em;
    }
    .buttons {
      grid-auto-flow: column;
      justify-content: start;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
    }
  }
`;
