import { css } from './css.ts';

/**
 * Colours and measures. `light-dark()` follows the `color-scheme` that the page (or the element's own style) states; browsers without it
 * get the light palette. Every text colour has at least 4.5 : 1 on both backgrounds, every control edge 3 : 1.
 */
export const themeStyles = css`
  :host {
    --_accent: var(--i-speed-test-accent, #1257d6);
    --_on-accent: var(--i-speed-test-on-accent, #ffffff);
    --_upload: var(--i-speed-test-upload, #0a7868);
    --_surface: var(--i-speed-test-surface, #ffffff);
    --_ink: var(--i-speed-test-ink, #0f1a2e);
    --_soft: var(--i-speed-test-soft-ink, #56627a);
    --_line: var(--i-speed-test-line, #dde4ef);
    --_panel: #f4f7fc;
    --_edge: #7c8aa3;
    --_good: #0f7038;
    --_fair: #855400;
    --_poor: #b3261e;
    --_radius: var(--i-speed-test-radius, 20px);
  }

  @supports (color: light-dark(red, red)) {
    :host {
      --_accent: var(--i-speed-test-accent, light-dark(#1257d6, #86b4ff));
      --_on-accent: var(--i-speed-test-on-accent, light-dark(#ffffff, #05152f));
      --_upload: var(--i-speed-test-upload, light-dark(#0a7868, #55d6bd));
      --_surface: var(--i-speed-test-surface, light-dark(#ffffff, #111927));
      --_ink: var(--i-speed-test-ink, light-dark(#0f1a2e, #eef3fb));
      --_soft: var(--i-speed-test-soft-ink, light-dark(#56627a, #a9b6cc));
      --_line: var(--i-speed-test-line, light-dark(#dde4ef, #2b3852));
      --_panel: light-dark(#f4f7fc, #192335);
      --_edge: light-dark(#7c8aa3, #7586a5);
      --_good: light-dark(#0f7038, #6bd897);
      --_fair: light-dark(#855400, #f2be62);
      --_poor: light-dark(#b3261e, #ffa199);
    }
  }

  @media (forced-colors: active) {
    :host {
      --_accent: Highlight;
      --_on-accent: HighlightText;
      --_upload: CanvasText;
      --_surface: Canvas;
      --_ink: CanvasText;
      --_soft: CanvasText;
      --_line: GrayText;
      --_panel: Canvas;
      --_edge: CanvasText;
      --_good: CanvasText;
      --_fair: CanvasText;
      --_poor: CanvasText;
    }
  }

  [data-tone] {
    --_tone: var(--_accent);
  }
  [data-tone='upload'] {
    --_tone: var(--_upload);
  }
`;
