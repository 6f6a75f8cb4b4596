import { html, nothing } from 'lit';
import type { VisibleFailure } from '../choose-view.ts';
import type { Text } from '../locales/text.ts';

/** The page's own children in place of the card. */
export const fallback = (failure: VisibleFailure | null, text: Text) => html`
  ${
    failure
      ? html`<p class="blocked" part="failure" tabindex="-1">
          ${text.failure[failure.code].sentence} ${text.failure[failure.code].advice}
        </p>`
      : nothing
  }
  <slot></slot>
`;
