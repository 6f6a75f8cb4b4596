import { v7 as uuidV7 } from 'uuid';
import { ACCESSES } from '../../src/protocol/access.ts';
import { type Chance, chanceOf } from './chance.ts';
import { campaignSizeOf, eventsOf, type Visitor } from './events.ts';
import { lineOf, sharedLineOf } from './line.ts';
import { measure } from './measure.ts';
import { COUNTRY, type Province, testShareOf, weightOf } from './provinces.ts';
import { daysBetween, instantOf, isWorkday, weightOfDay } from './rhythm.ts';
import { hallOf, hasPortal, kiosksOf, NATIONAL_SITES, officeOf, portalOf } from './sites.ts';
import { type Fate, isKept, type Visit } from './visit.ts';

/** Which country, and how much of it. */
export interface CountryPlan {
  readonly seed: number;
  /** How many results a collector keeps of it. */
  readonly results: number;
  /** The first and the last day, `YYYY-MM-DD` in Vietnam's time. */
  readonly from: string;
  readonly to: string;
}

/** Tests of people who test again and again, and how few these are. Guesses. */
const KEEN_TESTS = 0.1;
const KEEN_LINES = 0.01;

/** Lines that test now and then, for each test of a month: most of them test once. A guess. */
const CASUAL_LINES = 1.3;

/** Who tests where, in thousandths of all tests; what is left are citizens. Guesses. */
const KIOSK_TESTS = 25;
const OFFICE_TESTS = 25;
const MONITOR_TESTS = 4;

/** Of a province's citizens, those who come by its portal; where hardly anybody else brings the test, nearly all. Guesses. */
const BY_PORTAL = 0.26;
const BY_LONE_PORTAL = 0.75;
const LONE_ZEAL = 0.1;

/** Fates of every thousand tests; the last two are not kept. Guesses. */
const FATES: readonly { readonly fate: Fate; readonly share: number }[] = [
  { fate: 'complete', share: 908 },
  { fate: 'partial', share: 22 },
  { fate: 'unsigned', share: 11 },
  { fate: 'inflated', share: 4 },
  { fate: 'cancelled', share: 52 },
  { fate: 'forged', share: 3 },
];

/** People who say nothing of their province, who say another one; nothing of their line, another kind. Guesses. */
const SAYS_NO_PROVINCE = 0.035;
const SAYS_OTHER_PROVINCE = 0.008;
const SAYS_NO_ACCESS = 0.12;
const SAYS_OTHER_ACCESS = 0.02;

/**
 * A country's tests from the first day to the last one, in the order in which they begin: the same ones for the same plan, on every
 * machine. Of those that {@link isKept} there are exactly `results`.
 */
export const visitsOf = function* (plan: CountryPlan): Generator<Visit> {
  const days = daysBetween(plan.from, plan.to);
  const weights = days.map((day) => weightOfDay(day, plan.from));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const aMonth = (plan.results / days.length) * 30;
  let [reached, before] = [0, 0];
  for (const [i, day] of days.entries()) {
    reached += weights[i]!;
    const upToNow = Math.round((plan.results * reached) / whole);
    yield* visitsOfDay(plan, { day, count: upToNow - before, aMonth });
    before = upToNow;
  }
};

interface Day {
  readonly day: string;
  /** Results that are kept. */
  readonly count: number;
  /** Results of an average month, which people and their addresses are scaled by. */
  readonly aMonth: number;
}

const visitsOfDay = ({ seed }: CountryPlan, { day, count, aMonth }: Day): Visit[] => {
  const chance = chanceOf(seed, 'day', day);
  const visits: Visit[] = [];
  let kept = 0;
  const add = (visitor: Visitor) => {
    const visit = visitBy(visitor, day, chance);
    visits.push(visit);
    if (isKept(visit)) kept++;
  };
  for (const visitor of eventsOf({ seed, day, count, campaignSize: campaignSizeOf(aMonth) }))
    if (kept < count) add(visitor);
  while (kept < count) add(anybody(seed, aMonth, chance, day));
  return visits.sort((a, b) => (a.testId < b.testId ? -1 : 1));
};

const anybody = (seed: number, aMonth: number, chance: Chance, day: string): Visitor => {
  const province = chance.pick(COUNTRY, weightOf);
  const kiosks = kiosksOf(province);
  let who = chance.whole(1000);
  const isOpen = isWorkday(day);
  if ((who -= KIOSK_TESTS) < 0 && kiosks.length > 0 && isOpen) {
    const [site, kiosk] = [hallOf(province), kiosks[chance.whole(kiosks.length)]!];
    return { line: sharedLineOf(seed, province, site), site, context: 'kiosk', kiosk };
  }
  if (who < 0 || ((who -= OFFICE_TESTS) < 0 && !isOpen)) return citizen(seed, province, aMonth, chance);
  if (who < 0) {
    const office = `office ${chance.whole(3 + Math.ceil(province.zeal * 30))}`;
    return { line: sharedLineOf(seed, province, office), site: officeOf(province), context: 'office', kiosk: null };
  }
  if ((who -= MONITOR_TESTS) < 0 && kiosks.length > 0) {
    const site = hallOf(province);
    return { line: sharedLineOf(seed, province, site), site, context: 'monitor', kiosk: kiosks[0]! };
  }
  return citizen(seed, province, aMonth, chance);
};

const citizen = (seed: number, province: Province, aMonth: number, chance: Chance): Visitor => {
  const tests = aMonth * testShareOf(province);
  const [keen, casual] = [Math.ceil(tests * KEEN_LINES), Math.ceil(tests * CASUAL_LINES)];
  // The keenest of the keen have most: some test forty times and more.
  const number = chance.hits(KEEN_TESTS) ? Math.floor(keen * chance.unit() ** 1.5) : keen + chance.whole(casual);
  const byPortal = province.zeal < LONE_ZEAL ? BY_LONE_PORTAL : BY_PORTAL;
  const site =
    hasPortal(province) && chance.hits(byPortal)
      ? portalOf(province)
      : chance.pick(NATIONAL_SITES, ([, , share]) => share)[0];
  return { line: lineOf(seed, province, number, keen + casual), site, context: 'citizen', kiosk: null };
};

const visitBy = ({ line, site, context, kiosk, when }: Visitor, day: string, chance: Chance): Visit => {
  const opening = when ?? (context === 'citizen' || context === 'monitor' ? 'any' : 'open');
  const startedAt = instantOf(day, opening, [chance.unit(), chance.unit()]);
  const measured = measure(line, startedAt, chance);
  const isLate = chance.hits(0.01);
  const isUnattributed = context === 'citizen' && chance.hits(0.004);
  const isFast = measured.down > 500e6;
  return {
    testId: uuidV7({ msecs: startedAt + chance.whole(1000), random: chance.bytes(16) }),
    startedAt,
    // Some results wait in an outbox for hours.
    receivedAt: startedAt + Math.round(chance.near(14_000, 0.25)) + (isLate ? chance.whole(40 * 3_600_000) : 0),
    address: line.address,
    operator: { asn: line.operator.asn, name: line.operator.name },
    province: saidProvince(line.province, chance),
    access: context === 'citizen' ? saidAccess(line, chance) : line.access,
    site: context === 'citizen' && chance.hits(0.03) ? null : site,
    isUnattributed,
    context,
    kiosk,
    plan: measured.down < 35e6 && chance.hits(0.5) ? 'saver' : 'standard',
    fate: chance.pick(FATES, ({ share }) => share).fate,
    measured,
    flags: [
      ...(chance.hits(0.006) ? (['tab-hidden'] as const) : []),
      ...(chance.hits(isFast ? 0.03 : 0.003) ? (['device-limited'] as const) : []),
      ...(chance.hits(0.008) ? (['no-websocket'] as const) : []),
    ],
  };
};

const saidProvince = ({ code }: Province, chance: Chance): Visit['province'] => {
  if (chance.hits(SAYS_NO_PROVINCE)) return null;
  return chance.hits(SAYS_OTHER_PROVINCE) ? COUNTRY[chance.whole(COUNTRY.length)]!.code : code;
};

const saidAccess = ({ access }: Visitor['line'], chance: Chance): Visit['access'] => {
  if (chance.hits(SAYS_NO_ACCESS)) return null;
  return chance.hits(SAYS_OTHER_ACCESS) ? ACCESSES[chance.whole(ACCESSES.length)]! : access;
};
