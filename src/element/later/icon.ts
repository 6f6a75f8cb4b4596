import { html } from 'lit';

/** Strokes on a field of 24 by 24. */
const PICTURES = {
  open: 'M14 5h5v5M19 5l-7 7M10 19H5v-5M5 19l7-7',
  cancel: 'M6 6l12 12M18 6 6 18',
  again: 'M19 12a7 7 0 1 1-2.1-5M19 4v4.5h-4.5',
} as const;

/** A small button with a picture, its words for those who hear them or rest upon it. */
export const icon = (name: keyof typeof PICTURES, words: string, onClick: (event: Event) => void) => html`
  <button class="icon" part=${name} type="button" title=${words} aria-label=${words} @click=${onClick}>
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${PICTURES[name]} /></svg>
  </button>
`;
