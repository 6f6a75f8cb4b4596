import { html, nothing } from 'lit';
import type { FailureCode } from '../../protocol/failure.ts';
import type { VisibleFailure } from '../choose-view.ts';
import type { Text } from '../locales/text.ts';

export interface FailedModel {
  readonly failure: VisibleFailure;
  readonly onRetry: (event: Event) => void;
}

/** Trying again changes nothing here: the page has to be mended. */
const HOPELESS: readonly FailureCode[] = ['misconfigured', 'engine-blocked'];

/** What went wrong and what to do; the webmaster's sentence only where the webmaster is the one to act. */
export const failed = ({ failure, onRetry }: FailedModel, text: Text) => {
  const { sentence, advice } = text.failure[failure.code];
  return html`
    <section class="failed" part="failure">
      <h2 tabindex="-1">${text.failed}</h2>
      <p class="sentence">${sentence}</p>
      <p>${advice}</p>
      ${
        failure.code === 'misconfigured'
          ? html`<p class="fine">${text.forWebmaster}: <span lang="en">${failure.message}</span></p>`
          : nothing
      }
      ${
        HOPELESS.includes(failure.code)
          ? nothing
          : html`<button class="primary" part="retry" type="button" @click=${onRetry}>${text.retry}</button>`
      }
    </section>
  `;
};
