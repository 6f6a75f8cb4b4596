import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Choice } from './choice.ts';
import { textOn } from './contrast.ts';
import type { Words } from './words.ts';

/** The real element, as it was chosen. What is measured here is sent nowhere, and no kiosk is reported alive. */
export const renderPreview = (choice: Choice | null, words: Words): TemplateResult => {
  if (!choice) return html`<p class="warning">${words.preview.wrong}</p>`;
  const { collector, site, province, layout, size, locale, plan, accent, radius } = choice;
  const isOwn = choice.form !== 'iframe';
  const looks = styleMap({
    '--i-speed-test-accent': isOwn ? accent : null,
    '--i-speed-test-on-accent': isOwn && accent ? textOn(accent) : null,
    '--i-speed-test-radius': isOwn && radius !== null ? `${radius}px` : null,
  });
  // Another layout or place is another visit; colours are not.
  const key = JSON.stringify({ collector, site, province, layout, locale, plan });
  return html`
    <div class="stage" data-layout=${layout} style=${looks} tabindex=${layout === 'banner' ? '0' : nothing}>
      ${keyed(
        key,
        html`<i-speed-test
          collector=${collector}
          site=${site ?? nothing}
          province=${province ?? nothing}
          layout=${layout}
          size=${size ?? nothing}
          locale=${locale ?? nothing}
          plan=${plan ?? nothing}
          submit="off"
        ></i-speed-test>`,
      )}
    </div>
    <p class="hint">${words.preview.note}</p>
  `;
};
