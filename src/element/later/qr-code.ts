import { html, type TemplateResult } from 'lit';

export const qrCode = (text: string, label: string): TemplateResult =>
  html`<svg class="qr" role="img" aria-label=${label} data-text=${text}></svg>`;
