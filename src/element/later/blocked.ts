import { html, nothing } from 'lit';
import { blockedStyles } from '../styles/blocked.styles.ts';
import type { Surroundings } from '../render-view.ts';
import { embedAddress } from './embed-address.ts';
import { EmbeddedPage } from './embedded-page.ts';
import type { OpenFrame } from './frame.ts';
import { qrCode } from './qr-code.ts';
import { adviceFor, tellWebmaster } from './webmaster-advice.ts';

export const styles = [blockedStyles];

/**
 * Where the engine cannot start in this page: the collector's own page in an iframe, and where that is blocked too, what the page put
 * into the element, with the way to the collector's page. The webmaster is told what is missing.
 */
export const openFrame: OpenFrame = (element, visit) => {
  const { configuration } = element;
  const collector = 'code' in configuration ? null : configuration.collector;
  // A page of the collector's own gains nothing by framing another one.
  const mayFrame = collector !== null && new URL(collector).origin !== location.origin;
  let address: string | null = null;
  let page: EmbeddedPage | null = null;
  let advice = '';

  const settle = () => {
    if (page?.state === 'shown') visit.report.forget();
    advice = adviceFor({ blockedBy: element.blockedBy, frame: page?.state ?? 'absent', collector });
    tellWebmaster(advice);
    element.requestUpdate();
  };

  const open = ({ language }: Surroundings): void => {
    if (collector === null || address !== null) return;
    address = embedAddress(element, collector, language.tag);
    if (mayFrame)
      page = new EmbeddedPage({ element, address, onSettled: settle, repaint: () => element.requestUpdate() });
    else settle();
  };

  return {
    render: (view, around, plain) => {
      const text = around.language.more();
      open(around);
      const isFramed = page?.state === 'shown';
      return html`
        ${isFramed ? nothing : view.kind === 'failed' ? html`<div class="card" part="card">${plain()}</div>` : plain()}
        ${page && page.state !== 'blocked' ? page.render(around.language.text.title) : nothing}
        ${
          isFramed || page?.state === 'waiting' || address === null || !text
            ? nothing
            : html`
                <p class="elsewhere">
                  <a part="elsewhere" href=${address} target="_blank" rel="noopener">${text.elsewhere.link}</a>
                  ${qrCode(address, text.elsewhere.code)}
                </p>
              `
        }
        ${element.debug && advice ? html`<p class="fine" part="debug" lang="en" dir="ltr">${advice}</p>` : nothing}
      `;
    },
    openCard: () => undefined,
    settle: (root) => {
      page?.settle(root);
      return root;
    },
    close: () => page?.close(),
  };
};
