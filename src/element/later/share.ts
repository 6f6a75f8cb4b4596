import { html, nothing } from 'lit';
import { sharedPath } from '../../protocol/endpoints.ts';
import type { Result } from '../../protocol/result.ts';
import type { Shown } from '../delivery.ts';
import type { ISpeedTestElement } from '../i-speed-test-element.ts';
import type { Language } from '../language-controller.ts';
import type { FullText } from '../locales/more-text.ts';
import { shareStyles } from '../styles/share.styles.ts';
import { copyTextOf } from './copy-text.ts';
import type { OpenPanel } from './panel.ts';
import { pictureFacts } from './picture-facts.ts';
import { qrCode } from './qr-code.ts';
import { resultMessage } from './result-message.ts';
import { fileName, saveFile } from './save-file.ts';
import { canSend, sendResult } from './send-result.ts';
import { type SharePicture, sharePicture } from './share-picture.ts';

export const styles = [shareStyles];

/** A link that checks the result anew, a code of it, a sentence and a picture. At a kiosk the code alone. */
export const openPanel: OpenPanel = (element, visit) => {
  const close = () => visit.open(null);
  let news = '';
  let painted: { readonly key: string; readonly picture: SharePicture | null } | null = null;

  const pictureOf = (result: Result, link: string | null, language: Language, text: FullText) => {
    const facts = pictureFacts({ ...{ result, link }, place: visit.place, run: visit.run }, language, text);
    const key = JSON.stringify(facts);
    if (painted?.key !== key) {
      const at = new Date(result.startedAt ?? Date.now());
      painted = { key, picture: sharePicture(facts, fileName(at, 'png')) };
    }
    return painted.picture;
  };

  /** What a person can take along, on a device of their own. */
  const takeAway = (result: Result, link: string | null, language: Language, text: FullText) => {
    const said = text.sharing;
    const message = resultMessage(result, language.format, text);
    const picture = pictureOf(result, link, language, text);
    const copy = async ({ currentTarget }: Event) => {
      const shown = (currentTarget as Element).parentElement!.querySelector('.copied')!;
      news = (await copyTextOf(shown)) ? said.copied : said.selected;
      element.requestUpdate();
    };
    const send = () => void sendResult({ message, link, file: picture?.file() ?? null });
    return html`
      <div class="words">
        ${link === null ? nothing : html`<p>${unbroken(message)}</p>`}
        <div class="address">
          ${
            link === null
              ? html`<p class="copied">${message}</p>`
              : html`<a class="copied" part="link" href=${link} target="_blank" rel="noopener">${link}</a>`
          }
          <button part="copy" type="button" @click=${copy}>${said.copy}</button>
          <p class="news" role="status">${news}</p>
        </div>
      </div>
      ${picture ? html`<div class="preview" role="img" aria-label=${said.preview}>${picture.canvas}</div>` : nothing}
      <div class="buttons">
        ${
          canSend()
            ? html`<button class="primary" part="send" type="button" @click=${send}>${said.send}</button>`
            : nothing
        }
        ${picture ? html`<button part="picture" type="button" @click=${() => saveFile(picture.file())}>${said.image}</button>` : nothing}
        ${back(text)}
      </div>
    `;
  };

  const back = (text: FullText) => html`<button part="back" type="button" @click=${close}>${text.past.back}</button>`;

  return {
    render: (language, text) => {
      const { isShared } = element;
      const { result, delivery } = visit;
      const link = linkOf(element, delivery);
      return html`
        <section class=${link === null || isShared ? 'sharing' : 'sharing linked'} part="panel">
          <h2 tabindex="-1">${text.sharing.title}</h2>
          <p class="lead">${leadOf(link, delivery, text)}</p>
          ${link === null ? nothing : code(link, text)}
          ${
            result && !isShared
              ? takeAway(result, link, language, text)
              : html`<div class="buttons">${back(text)}</div>`
          }
        </section>
      `;
    },
  };
};

/** A number stays on the line of its unit; the message itself keeps plain spaces, because other apps get it. */
const unbroken = (message: string): string => message.replace(/(\d) /g, '$1\u00a0');

const code = (link: string, text: FullText) => html`
  <figure part="qr">
    ${qrCode(link, text.sharing.scan)}
    <figcaption aria-hidden="true">${text.sharing.scan}</figcaption>
  </figure>
`;

/** Where the collector checks the result anew; null where it has not taken it. */
const linkOf = ({ configuration }: ISpeedTestElement, delivery: Shown): string | null =>
  delivery.kind === 'accepted' && 'collector' in configuration
    ? configuration.collector + sharedPath(delivery.accepted.testId)
    : null;

const leadOf = (link: string | null, delivery: Shown, { sharing }: FullText): string => {
  if (link === null) return sharing.unsent;
  return delivery.kind === 'accepted' && delivery.accepted.state === 'verified'
    ? sharing.lead
    : sharing.leadUnconfirmed;
};
