// The whole library, not its `nano`: that one marks every text as UTF-8 (ECI), which some scanners read aloud as "\000026".
import { correction, generate } from 'lean-qr';
import { html, type TemplateResult } from 'lit';

/** Modules of white around a code, without which scanners do not find it (ISO/IEC 18004, 9.1). */
export const QUIET_ZONE = 4;

/** A code as one path, in modules, without the quiet zone. */
export interface QrPath {
  readonly size: number;
  readonly path: string;
}

/** Stands a seventh of it being lost: messengers shrink and blur pictures. */
export const qrPath = (text: string): QrPath => {
  const code = generate(text, { minCorrectionLevel: correction.M });
  let path = '';
  for (let y = 0; y < code.size; y++)
    for (let x = 0; x < code.size; x++) {
      const from = x;
      while (code.get(x, y)) x++;
      const run = x - from;
      if (run > 0) path += `M${from} ${y}h${run}v1h-${run}z`;
    }
  return { size: code.size, path };
};

/** The code of a text, dark on white in every colour scheme; `label` says what it is for. */
export const qrCode = (text: string, label: string): TemplateResult => {
  const { size, path } = qrPath(text);
  const [from, whole] = [-QUIET_ZONE, size + 2 * QUIET_ZONE];
  return html`
    <svg
      class="qr-code"
      role="img"
      aria-label=${label}
      viewBox="${from} ${from} ${whole} ${whole}"
      shape-rendering="crispEdges"
    >
      <rect x=${from} y=${from} width=${whole} height=${whole} fill="#fff" />
      <path d=${path} fill="#000" />
    </svg>
  `;
};
