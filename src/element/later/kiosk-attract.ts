import { html, nothing } from 'lit';
import { fill } from '../../page/fill.ts';
import type { FullText } from '../locales/more-text.ts';
import { dial } from './dial.ts';
import { provinceName } from '../../protocol/province.ts';
import type { Surroundings } from '../render-view.ts';
import { progressOf } from './progress-of.ts';
import { qrCode } from './qr-code.ts';

export interface AttractModel {
  readonly around: Surroundings;
  readonly isMonitoring: boolean;
  /** Where a phone goes to test its own line. */
  readonly phone: string;
}

/** What somebody sees who passes by: that one touch is enough, and that their own phone can do it too. */
export const attract = ({ around, isMonitoring, phone }: AttractModel, text: FullText) => {
  const said = text.kiosk;
  return html`
    <section class="attract">
      <div class="show">
        <h2 tabindex="-1" part="title"><slot name="title">${text.title}</slot></h2>
        ${dial(300e6, 'download', html`<span class="value" aria-hidden="true">?</span><span class="unit">${text.megabitsPerSecond}</span>`)}
        ${samples(around, text)}
      </div>
      <div class="reach">
        <button class="primary huge" part="start" type="button" @click=${around.act.startByPerson}>
          ${said.attract}
        </button>
        <p>${isMonitoring ? said.monitoring : said.attractMore}</p>
        <div class="phone">
          ${qrCode(phone, said.ownPhone)}
          <div>
            <p class="name">${said.ownPhone}</p>
            <p>${said.ownPhoneLead}</p>
          </div>
        </div>
      </div>
    </section>
  `;
};

const samples = (around: Surroundings, text: FullText) => {
  const { format, tag } = around.language;
  const progress = progressOf({ ...around, asn: null });
  if (!progress) return nothing;
  const { province, votes, needed, missing } = progress;
  const values = {
    province: provinceName(province, tag) ?? province,
    votes: format.count(votes),
    needed: format.count(needed),
  };
  return html`
    <p class="samples">
      <b>${fill(text.progressNow, values)}</b>
      ${missing > 0 ? fill(text.progressMissing, { missing: format.count(missing) }) : text.progressEnough}
    </p>
  `;
};
