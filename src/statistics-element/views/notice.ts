import { html, nothing } from 'lit';
import type { Language } from '../language.ts';

export type NoticeKind = 'coming' | 'failed' | 'empty' | 'misconfigured';

/** Instead of figures: that they come, that there are none, or what went wrong and what to do. */
export const renderNotice = (kind: NoticeKind, { text }: Language, retry: (() => void) | null) => {
  const words = { coming: text.loading, failed: text.failed, empty: text.empty, misconfigured: text.misconfigured }[
    kind
  ];
  return html`
    <div class="notice" data-kind=${kind} role=${kind === 'failed' ? 'alert' : 'status'}>
      <p>${words}</p>
      ${
        kind === 'failed' && retry
          ? html`<button part="retry" type="button" @click=${retry}>${text.retry}</button>`
          : nothing
      }
    </div>
  `;
};
