import { css } from '../../page/css.ts';

/** A whole screen, upright or wide, read from a step away; what is touched lies in the lower half. */
export const kioskStyles = css`
  :host([layout='kiosk']) :is([lang], .kiosk) {
    block-size: 100%;
    border: 0;
    border-radius: 0;
  }
  .kiosk {
    position: relative;
    display: grid;
    grid-template-rows: auto 1fr;
    overflow: hidden auto;
    font-size: max(1em, min(2.6cqmin, 2.6em));
    overscroll-behavior: none;
    touch-action: manipulation;
    user-select: none;
  }
  .kiosk p {
    text-wrap: balance;
  }
  .kiosk .screen {
    display: grid;
    grid-row: 2;
    min-block-size: 0;
    padding: 2em;
  }
  .kiosk section {
    align-content: center;
    padding: 0;
  }
  .kiosk button {
    min-block-size: 64px;
  }
  .kiosk button.huge {
    min-block-size: 3.5em;
    padding-inline: 2em;
    font-size: 1.25em;
  }
  .offline {
    grid-row: 1;
    padding: 0.75em 2em;
    background: var(--_poor);
    color: var(--_surface);
    font-weight: 600;
    text-align: center;
  }

  .attract,
  .kiosk .finished {
    display: grid;
    grid-template-rows: 1fr auto;
    gap: 2em;
    align-content: stretch;
    text-align: center;
  }
  .kiosk .show,
  .kiosk .reach {
    display: grid;
    gap: 1em;
    align-content: center;
    justify-items: center;
  }
  .kiosk .show > * {
    inline-size: 100%;
  }
  .attract h2 {
    font-size: 2.25em;
  }
  .attract .dial {
    inline-size: min(22em, 40cqmax);
    max-inline-size: none;
  }
  .attract .ticks {
    opacity: 0;
  }
  .attract .level {
    animation: breathe 5s ease-in-out infinite alternate;
  }
  @keyframes breathe {
    from {
      stroke-dashoffset: 60;
    }
    to {
      stroke-dashoffset: -12;
    }
  }
  .samples b {
    display: block;
    font-size: 1.25em;
  }
  .phone {
    display: flex;
    gap: 1.25em;
    align-items: center;
    max-inline-size: 26em;
    text-align: start;
  }
  .phone .name {
    font-weight: 700;
  }
  .phone .qr-code {
    flex: none;
    inline-size: 8em;
    block-size: 8em;
    border-radius: 8px;
    background: #fff;
  }
  .kiosk .finished .rates {
    grid-template-columns: repeat(3, 1fr);
    text-align: start;
  }
  .kiosk .finished .rates .metric {
    padding-block-end: 0.75em;
  }
  .kiosk .uses {
    text-align: start;
  }
  .kiosk .buttons {
    justify-content: center;
  }
  .kiosk .running {
    align-self: center;
  }
  .kiosk .failed {
    place-self: end center;
    justify-items: center;
    margin-block-end: 12%;
    padding: 0;
    border: 0;
    text-align: center;
  }
  .kiosk .failed .sentence {
    font-size: 1.5em;
  }
  .kiosk :is(.asking, .questions) {
    align-content: end;
    padding-block-end: 8%;
  }

  .kiosk .running,
  .kiosk .screen {
    position: static;
  }

  .warning {
    position: absolute;
    inset: 0;
    display: grid;
    gap: 1em;
    align-content: end;
    justify-items: center;
    padding: 2em 2em 12%;
    background: color-mix(in srgb, var(--_surface) 97%, transparent);
    text-align: center;
  }
  .warning h2 {
    font-size: 2.25em;
  }

  @container (orientation: portrait) {
    .kiosk .running {
      grid-template-columns: minmax(0, 30em);
      font-size: 1.15em;
    }
    .kiosk .finished .rates {
      grid-template-columns: 1fr 1fr;
    }
    .kiosk .finished .rates :last-child {
      grid-column: 1 / -1;
    }
    .kiosk .uses {
      grid-template-columns: 1fr 1fr;
    }
    .kiosk .running .dial {
      max-inline-size: none;
    }
  }
  @container (orientation: landscape) {
    .kiosk .running {
      grid-template-columns: minmax(0, 26em) minmax(0, 30em);
      font-size: 1.3em;
    }
    .kiosk .running .dial {
      max-inline-size: none;
    }
    .attract {
      grid-template-columns: 1fr 1fr;
      grid-template-rows: 1fr;
      align-items: stretch;
    }
    .attract .reach {
      align-content: end;
      padding-block-end: 8%;
    }
    .kiosk .finished .reach {
      grid-template-columns: auto auto;
      align-items: center;
      justify-content: space-evenly;
    }
    .kiosk .reach > :only-child {
      grid-column: 1 / -1;
    }
    .kiosk .choices {
      justify-content: center;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .attract .level {
      animation: none;
    }
  }
`;
