import type { SiteContext } from '../../src/protocol/context.ts';
import { chanceOf } from './chance.ts';
import { type Line, sharedLineOf } from './line.ts';
import { COUNTRY, type Province } from './provinces.ts';
import { campaignOf } from './sites.ts';

/** Who opens a test, and where. */
export interface Visitor {
  readonly line: Line;
  readonly site: string | null;
  readonly context: SiteContext;
  readonly kiosk: string | null;
  /** During opening hours, or at any time; as the context has it where it is not said. */
  readonly when?: 'open' | 'any';
}

/** A campaign's tests, of those of a month of the whole country; and how few networks its hall has. Guesses. */
const CAMPAIGN_SHARE = 0.004;
const CAMPAIGN_NETWORKS = 5;

/** Somebody who wants an operator to look fast tests so often each day, from one line at one place; less where hardly anybody tests. */
export const STUFFED_TESTS_A_DAY = 12;
const STUFFED_SHARE = 0.06;

/** What that line gives, Mbit/s. */
const STUFFED_RATES = { down: 940, up: 900 };

/** How many tests a campaign day brings where a month of the country has `aMonth`. */
export const campaignSizeOf = (aMonth: number): number => Math.ceil(aMonth * CAMPAIGN_SHARE);

interface EventDay {
  readonly seed: number;
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly campaignSize: number;
  /** All results of the day. */
  readonly count: number;
}

/** What does not happen every day: a province's campaign on one day a month, and a fortnight of ballot stuffing in another. */
export const eventsOf = ({ seed, day, campaignSize, count }: EventDay): Visitor[] => {
  const month = day.slice(0, 7);
  const date = Number(day.slice(8));
  const campaign = campaignIn(seed, month);
  const stuffed = stuffedIn(seed, month);
  const tests = Math.min(STUFFED_TESTS_A_DAY, Math.floor(count * STUFFED_SHARE));
  return [
    ...(date === campaign.date ? crowd(seed, campaign.province, campaignSize) : []),
    ...(date > 14 ? [] : Array.from({ length: tests }, () => stuffer(seed, stuffed))),
  ];
};

/** Where and on which day a month's campaign is. */
export const campaignIn = (seed: number, month: string): { readonly province: Province; readonly date: number } => {
  const chance = chanceOf(seed, 'campaign', month);
  const calm = COUNTRY.filter(({ zeal }) => zeal < 0.6);
  return { province: calm[chance.whole(calm.length)]!, date: 8 + chance.whole(15) };
};

/** Whose figure somebody tries to lift that month: few votes are the easiest to outvote. */
export const stuffedIn = (seed: number, month: string): Province => {
  const calm = COUNTRY.filter(({ zeal }) => zeal > 0.1 && zeal < 0.5);
  return calm[chanceOf(seed, 'stuffed', month).whole(calm.length)]!;
};

const crowd = (seed: number, province: Province, size: number): Visitor[] =>
  Array.from({ length: size }, (_, i) => ({
    line: sharedLineOf(seed, province, `campaign ${i % CAMPAIGN_NETWORKS}`),
    site: campaignOf(province),
    context: 'campaign',
    kiosk: null,
  }));

const stuffer = (seed: number, province: Province): Visitor => ({
  line: { ...sharedLineOf(seed, province, 'stuffer'), rates: STUFFED_RATES, unrest: 0.01 },
  site: 'i-speed',
  context: 'citizen',
  kiosk: null,
  when: 'any',
});
