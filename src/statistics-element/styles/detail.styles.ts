import { css } from '../../page/css.ts';

/** The chosen place in words. */
export const detailStyles = css`
  .detail {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.875em;
    align-content: start;
  }
  .detail h3 {
    font-size: 1.5em;
  }
  .detail h3 + .fine {
    margin-block-start: -0.75em;
  }
  .headline {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 1em;
  }
  .headline strong {
    font-size: min(clamp(2.25em, 6cqi, 3em), 13cqi);
    line-height: 1.1;
    letter-spacing: -0.03em;
  }
  .standing {
    display: inline-block;
    padding: 0.0625em 0.625em;
    border: 1px solid;
    border-radius: 999px;
    color: var(--_good);
    font-size: 0.875em;
    font-weight: 600;
    white-space: nowrap;
  }
  td .standing[data-standing='published'] {
    padding: 0;
    border: 0;
    font-weight: 400;
  }
  .standing[data-standing='provisional'],
  .standing[data-standing='withheld'] {
    color: var(--_fair);
  }
  .standing[data-standing='withheld'] {
    border-style: dashed;
  }
  .standing[data-standing='suppressed'],
  .standing[data-standing='empty'] {
    border-style: dotted;
    color: var(--_soft);
  }
  .detail .verdict .standing {
    margin-inline-end: 0.25em;
  }
  .reasons {
    display: grid;
    gap: 0.25em;
    padding-inline-start: 1.25em;
    list-style: disc;
  }
  .progress {
    display: grid;
    gap: 0.25em;
  }
  progress {
    inline-size: 100%;
    block-size: 0.625em;
    accent-color: var(--_accent);
  }
  .paired {
    display: grid;
    gap: 0.375em;
    padding: 0.875em 1em;
    border-radius: 12px;
    background: var(--_panel);
  }
  .paired dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(9.5em, 100%), 1fr));
    gap: 0.5em 1em;
  }
  .paired dt {
    color: var(--_soft);
    font-size: 0.8125em;
  }
  .paired dd {
    font-size: 0.9375em;
  }
  .paired dd b {
    font-size: 1.2em;
  }
  /* On a phone with large letters. */
  @media screen {
    @container (max-width: 53.99em) {
      .standing {
        white-space: normal;
      }
    }
  }
`;
