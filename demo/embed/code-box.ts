import { html, nothing, type TemplateResult } from 'lit';
import type { Act } from './act.ts';
import type { PageState } from './page-state.ts';
import type { Words } from './words.ts';

/** Text to copy, with the button that does it. `name` is what a screen reader says the button copies. */
export const renderCodeBox = (
  { copied }: PageState,
  words: Words,
  act: Act,
  { box, name, text }: { readonly box: string; readonly name: string; readonly text: string },
): TemplateResult => {
  const own = copied?.box === box ? copied : null;
  const copy = (event: Event) =>
    act.copy(box, text, (event.currentTarget as Element).parentElement!.querySelector('code')!);
  return html`
    <div class="code" id="box-${box}">
      <pre
        tabindex="0"
        role="group"
        aria-label=${name}
        class=${text.includes('\n') ? nothing : 'wraps'}
      ><code>${text}</code></pre>
      <button type="button" @click=${copy} aria-label="${words.copy.button}: ${name}">
        ${own?.isDone ? `✓ ${words.copy.copied}` : words.copy.button}
      </button>
      <span class="said" role="status"
        >${own ? (own.isDone ? html`<span class="unseen">${words.copy.copied}</span>` : words.copy.byHand) : nothing}</span
      >
    </div>
  `;
};
