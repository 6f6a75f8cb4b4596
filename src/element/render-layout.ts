import { html, nothing } from 'lit';
import type { View } from './choose-view.ts';
import type { Frame } from './later/frame.ts';
import { renderView, type Surroundings } from './render-view.ts';

/** Puts a view into the frame of its layout, else into the card. `isComing`: the frame is on its way; the page's own children wait for it. */
export const renderLayout = (
  view: View,
  around: Surroundings,
  { frame, isComing }: { readonly frame: Frame | null; readonly isComing: boolean },
): unknown => {
  const plain = () => renderView(view, around);
  if (isComing) return html`<slot></slot>`;
  return (
    frame?.render(view, around, plain) ??
    (view.kind === 'fallback'
      ? plain()
      : html`
          <div class="card" part="card">
            <slot name="logo"></slot>
            ${plain()}
            <slot name="footer"></slot>
          </div>
          ${view.kind === 'failed' ? html`<slot></slot>` : nothing}
        `)
  );
};
