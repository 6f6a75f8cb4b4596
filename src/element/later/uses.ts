import { html, nothing } from 'lit';
import { ratingOf, USES } from '../../estimator/rating.ts';
import type { Result } from '../../protocol/result.ts';
import type { FullText } from '../locales/more-text.ts';

/** What the measured line is good for. */
export const uses = (result: Result, text: FullText) => {
  const rated = USES.flatMap((use) => {
    const verdict = ratingOf(use, result);
    return verdict ? [{ use, verdict }] : [];
  });
  if (rated.length === 0) return nothing;
  return html`
    <h3>${text.goodFor}</h3>
    <ul class="uses">
      ${rated.map(
        ({ use, verdict }) => html`
          <li data-verdict=${verdict}>
            <span class="name">${text.use[use]}</span>
            <span class="verdict">${text.verdict[verdict]}</span>
          </li>
        `,
      )}
    </ul>
  `;
};
