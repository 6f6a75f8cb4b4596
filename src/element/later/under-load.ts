import { html, nothing } from 'lit';
import type { Verdict } from '../../estimator/rating.ts';
import type { Latency, Result } from '../../protocol/result.ts';
import type { Millis } from '../../protocol/units.ts';
import type { Format } from '../../page/format.ts';
import { fill } from '../../page/fill.ts';
import type { FullText } from '../locales/more-text.ts';

/** Growth of latency under load from which it is felt, and from which it hurts: where Cloudflare's AIM stops giving points, and takes them. */
export const GROWTH_STEPS_MS: Readonly<Record<'fair' | 'poor', Millis>> = { fair: 50, poor: 100 };

export const verdictOfGrowth = (growth: Millis): Verdict =>
  growth >= GROWTH_STEPS_MS.poor ? 'poor' : growth >= GROWTH_STEPS_MS.fair ? 'fair' : 'good';

/** What a busy line does to calls and games, as a sentence. */
export const underLoad = ({ idle, download, upload }: Result['latency'], format: Format, text: FullText) => {
  const loaded = [download, upload].filter((latency): latency is Latency => latency !== null);
  if (!idle || loaded.length === 0) return nothing;
  const growth = Math.max(...loaded.map(({ medianMs }) => medianMs)) - idle.medianMs;
  const verdict = verdictOfGrowth(growth);
  return html`
    <div class="aside" data-verdict=${verdict}>
      <p class="name">${text.underLoad.title}</p>
      <p>${fill(text.underLoad[verdict], { growth: format.milliseconds(Math.max(growth, 0)) })}</p>
    </div>
  `;
};
