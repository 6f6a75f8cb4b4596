import { css } from '../../page/css.ts';

/** Five shades of one hue, from pale to strong: told apart by lightness alone, so by every eye and on grey paper; and what is no shade. */
export const mapStyles = css`
  :host {
    --_shade-0: #d5e8f3;
    --_shade-1: #9fcae3;
    --_shade-2: #5ea3cf;
    --_shade-3: #2672af;
    --_shade-4: #0b3f78;
    --_hatch: #8792a5;
    --_ground: #f3f4f7;
    --_border: #ffffff;
    --_sea: #f4f8fc;
  }
  @supports (color: light-dark(red, red)) {
    :host {
      --_shade-0: light-dark(#d5e8f3, #17395c);
      --_shade-1: light-dark(#9fcae3, #1f5c8f);
      --_shade-2: light-dark(#5ea3cf, #3687c0);
      --_shade-3: light-dark(#2672af, #74b8e2);
      --_shade-4: light-dark(#0b3f78, #cbe9fa);
      --_hatch: light-dark(#8792a5, #6d7a92);
      --_ground: light-dark(#f3f4f7, #1c2638);
      --_border: light-dark(#ffffff, #0b1220);
      --_sea: light-dark(#f4f8fc, #0d1523);
    }
  }
  .map {
    position: relative;
    align-self: start;
    border-radius: 14px;
    background: var(--_sea);
  }
  .map > svg {
    display: block;
    inline-size: 100%;
    max-block-size: 780px;
  }
  .area {
    cursor: pointer;
    outline: none;
  }
  .area path,
  .area circle {
    stroke: var(--_border);
    stroke-width: 1;
    stroke-linejoin: round;
  }
  .shade-0 :is(path, circle),
  rect.shade-0 {
    fill: var(--_shade-0);
  }
  .shade-1 :is(path, circle),
  rect.shade-1 {
    fill: var(--_shade-1);
  }
  .shade-2 :is(path, circle),
  rect.shade-2 {
    fill: var(--_shade-2);
  }
  .shade-3 :is(path, circle),
  rect.shade-3 {
    fill: var(--_shade-3);
  }
  .shade-4 :is(path, circle),
  rect.shade-4 {
    fill: var(--_shade-4);
  }
  .open :is(path, circle),
  rect.open {
    fill: url('#open');
  }
  .empty :is(path, circle),
  rect.empty {
    fill: var(--_ground);
  }
  :is(.open, .empty) path {
    stroke: var(--_hatch);
  }
  pattern .ground {
    fill: var(--_ground);
  }
  pattern .stroke {
    fill: none;
    stroke: var(--_hatch);
    stroke-width: 2;
  }
  .outline {
    fill: none;
    stroke: var(--_ink);
    stroke-width: 2.5;
    stroke-linejoin: round;
    pointer-events: none;
  }
  .outline.pointed {
    stroke-width: 1.75;
  }
  .area:focus-visible ~ .outline.pointed {
    stroke: var(--_accent);
    stroke-width: 4;
  }
  .area .inset {
    fill: var(--_surface);
    stroke: var(--_edge);
    stroke-width: 1;
    stroke-dasharray: 4 3.5;
  }
  .area .inset ~ circle {
    stroke: var(--_edge);
  }
  .area[aria-pressed='true'] .inset {
    stroke: var(--_ink);
    stroke-width: 2;
    stroke-dasharray: none;
  }
  .area:focus-visible .inset {
    stroke: var(--_accent);
    stroke-width: 3;
    stroke-dasharray: none;
  }
  .map text {
    fill: var(--_soft);
    font-size: 12.5px;
    text-anchor: middle;
  }
  .map .island-name {
    fill: var(--_ink);
  }
  .readout {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    display: grid;
    inline-size: 43%;
    padding: 0.875em 1em 0.875em 0;
    font-size: 0.875em;
    line-height: 1.35;
    pointer-events: none;
  }
  .readout b {
    font-size: 1.143em;
  }
  .readout strong {
    font-size: 1.5em;
    letter-spacing: -0.02em;
  }
  .readout em {
    color: var(--_fair);
    font-style: normal;
    font-weight: 600;
  }
  .readout span {
    color: var(--_soft);
  }
  .legend {
    display: grid;
    gap: 0.375em;
    padding: 0 1em 0.875em;
    font-size: 0.8125em;
  }
  .legend .unit {
    font-weight: 600;
  }
  .legend ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.125em;
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: 0.5em;
    font-variant-numeric: tabular-nums;
  }
  .swatch {
    flex: none;
    inline-size: 28px;
    block-size: 16px;
  }
  .swatch rect {
    stroke: var(--_edge);
    stroke-width: 1;
  }
  @media (forced-colors: active) {
    :host {
      --_shade-0: color-mix(in srgb, CanvasText 12%, Canvas);
      --_shade-1: color-mix(in srgb, CanvasText 32%, Canvas);
      --_shade-2: color-mix(in srgb, CanvasText 52%, Canvas);
      --_shade-3: color-mix(in srgb, CanvasText 74%, Canvas);
      --_shade-4: CanvasText;
      --_hatch: GrayText;
      --_ground: Canvas;
      --_border: Canvas;
      --_sea: Canvas;
    }
    .map {
      border: 1px solid CanvasText;
    }
    .outline {
      stroke: Highlight;
    }
  }
`;
