import { css } from './css.ts';

/** One row in a low box, a column in a high one. The box is the page's; enlarged text makes it grow instead of being cut. */
export const bannerStyles = css`
  .strip {
    position: relative;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em 1em;
    padding: 0.5em 1em;
    line-height: 1.3;
  }
  .strip .lead {
    display: grid;
    flex: 1;
    gap: 0.125em;
    min-inline-size: 0;
  }
  .strip p {
    text-wrap: balance;
  }
  .strip .title {
    color: var(--_soft);
    font-size: 0.8125em;
    font-weight: 600;
  }
  .strip .title:not(:has(+ .name)) {
    color: var(--_ink);
    font-size: 1.125em;
    font-weight: 700;
  }
  .strip .name {
    font-weight: 700;
  }
  .strip .more {
    color: var(--_soft);
    font-size: 0.8125em;
  }
  .strip button {
    min-block-size: 44px;
    padding: 0.5em 1.25em;
    white-space: nowrap;
  }
  .strip .acts {
    display: flex;
    flex: none;
    align-items: center;
    gap: 0.5em;
  }
  .strip .icon {
    display: grid;
    place-items: center;
    inline-size: 44px;
    padding: 0;
  }
  .strip .roomy + .icon {
    display: none;
  }
  .icon svg {
    inline-size: 1.375em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .strip progress {
    block-size: 4px;
  }
  .strip .samples {
    position: static;
    block-size: 6px;
    border-radius: 3px;
    overflow: hidden;
  }
  .strip .reading {
    position: static;
    display: flex;
    flex: none;
    align-items: baseline;
    justify-content: end;
    gap: 0.25em;
    min-inline-size: 6.5em;
  }
  .strip .reading .value {
    font-size: 1.75em;
  }
  .strip .reading .unit {
    font-size: 0.8125em;
  }
  .strip .trace {
    flex: 1;
    max-inline-size: 12em;
    block-size: 2.5em;
  }
  .figures {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    gap: 0.25em 1.75em;
  }
  .figures dt {
    color: var(--_tone);
    font-size: 0.8125em;
    font-weight: 600;
  }
  .figures [data-tone='latency'] dt {
    color: var(--_soft);
  }
  .figures .value {
    font-size: 1.625em;
    font-weight: 700;
    letter-spacing: -0.02em;
  }
  .figures .unit {
    color: var(--_soft);
    font-size: 0.8125em;
  }

  @container (max-width: 36em) {
    .strip {
      padding-inline: 0.75em;
    }
    .strip .trace,
    .strip .invite {
      display: none;
    }
    .strip .reading {
      min-inline-size: 0;
    }
    .figures {
      flex-wrap: nowrap;
      justify-content: space-between;
      gap: 0.75em;
      max-inline-size: 15em;
    }
    .figures dt,
    .figures .unit {
      font-size: 0.75em;
    }
    .figures .value {
      font-size: 1.25em;
    }
    .figures .unit {
      display: block;
    }
    .strip .roomy {
      display: none;
    }
    .strip .roomy + .icon {
      display: grid;
    }
    .strip button.primary {
      padding-inline: 0.875em;
      white-space: normal;
    }
  }
  @container (max-width: 24em) {
    .strip {
      gap: 0.5em;
    }
    .strip .reading .value {
      font-size: 1.375em;
    }
    .strip .title:has(+ .name) {
      display: none;
    }
    .strip .name {
      font-size: 0.9375em;
    }
  }
`;
