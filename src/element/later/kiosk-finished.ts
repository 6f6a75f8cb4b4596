import { html, nothing } from 'lit';
import { sharedPath } from '../../protocol/endpoints.ts';
import type { Result } from '../../protocol/result.ts';
import type { FullText } from '../locales/more-text.ts';
import type { Surroundings } from '../render-view.ts';
import { metric } from './metric.ts';
import { qrCode } from './qr-code.ts';
import { uses } from './uses.ts';

/** The result on one screen, to look at and to take along. */
export const kioskFinished = (
  result: Result,
  { language: { format }, delivery, collector, act }: Surroundings,
  { text, onEnd }: { readonly text: FullText; readonly onEnd: () => void },
) => {
  const { download, upload, latency } = result;
  const said = text.kiosk;
  const figures = [
    {
      name: text.download,
      tone: 'download',
      value: download && format.rate(download.bitsPerSecond),
      unit: text.megabitsPerSecond,
    },
    {
      name: text.upload,
      tone: 'upload',
      value: upload && format.rate(upload.bitsPerSecond),
      unit: text.megabitsPerSecond,
    },
    { name: text.latency, value: latency.idle && format.milliseconds(latency.idle.medianMs), unit: 'ms' },
  ] as const;
  return html`
    <section class="finished" part="result">
      <div class="show">
        <h2 tabindex="-1">${text.finished}</h2>
        <dl class="rates">${figures.map((figure) => metric(figure, text.notMeasured))}</dl>
        ${uses(result, text)}
        <p class="delivery" part="delivery" data-kind=${delivery.kind}>
          ${text.delivery[delivery.kind === 'accepted' ? delivery.accepted.state : delivery.kind]}
        </p>
      </div>
      <div class="reach">
        ${
          delivery.kind === 'accepted' && collector !== null
            ? html`
                <div class="phone">
                  ${qrCode(collector + sharedPath(delivery.accepted.testId), said.takeAway)}
                  <div>
                    <p class="name">${said.takeAway}</p>
                    <p>${said.takeAwayLead}</p>
                  </div>
                </div>
              `
            : nothing
        }
        <div class="buttons">
          <button class="primary huge" part="end" type="button" @click=${onEnd}>${said.finish}</button>
          <button class="huge" part="again" type="button" @click=${act.startByPerson}>${text.again}</button>
        </div>
      </div>
    </section>
  `;
};
