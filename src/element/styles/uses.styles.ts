import { css } from '../../page/css.ts';

/** Four verdicts in a row or a square. */
export const usesStyles = css`
  .uses {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.75em;
  }
  .uses li {
    display: grid;
    align-content: space-between;
    padding: 0.625em 0.875em;
    border: 1px solid var(--_line);
    border-radius: 14px;
    line-height: 1.35;
  }
  .uses .verdict {
    font-weight: 700;
  }
  .uses .verdict::before {
    display: inline-block;
    inline-size: 1.25em;
    content: '✓' / '';
  }
  [data-verdict='good'] .verdict {
    color: var(--_good);
  }
  [data-verdict='fair'] .verdict {
    color: var(--_fair);
  }
  [data-verdict='fair'] .verdict::before {
    content: '≈' / '';
  }
  [data-verdict='poor'] .verdict {
    color: var(--_poor);
  }
  [data-verdict='poor'] .verdict::before {
    content: '✕' / '';
  }

  @container (min-width: 34em) {
    .uses {
      grid-template-columns: repeat(4, 1fr);
    }
  }
`;
