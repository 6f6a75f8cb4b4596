import { CONTEXTS } from '../../protocol/context.ts';
import { PROVINCE_CODES, type ProvinceCode } from '../../protocol/province.ts';
import type { Presence, Report } from '../../protocol/report.ts';
import type { Site } from '../../protocol/site.ts';
import { accessKindOf, type AccessKind } from '../../statistics/cell-key.ts';
import { PROVINCE_THRESHOLDS } from '../../statistics/verdict.ts';
import type { FunnelCounts, TestCount, TestFate } from '../funnel-store.ts';
import { groupBy } from '../group-by.ts';
import type { KioskDay } from '../kiosk-day.ts';
import { UNVERIFIED_LOSSES } from '../loss-of.ts';
import { dayAfter, lastDayOf, vietnamDay } from '../vietnam-calendar.ts';
import { byVersion } from './by-version.ts';
import { funnelsOf, reachOf } from './funnels.ts';
import { kioskUptime } from './kiosk-uptime.ts';
import { sampleOf, sumOf } from './sample-of.ts';

/** A site that was not seen for so many days is silent: the smallest portal has a visitor a week. */
export const SILENT_AFTER_DAYS = 7;

/** All that a report is made of. */
export interface ReportFacts {
  readonly province: ProvinceCode;
  readonly month: string;
  /** The day in Vietnam, YYYY-MM-DD. */
  readonly today: string;
  /** The province's sites. */
  readonly sites: readonly Site[];
  readonly counts: FunnelCounts;
  /** Of those sites, in this month and the one before. */
  readonly kiosks: readonly KioskDay[];
  readonly simulated: boolean;
  /** An operator's name by one of its numbers. */
  readonly operatorOf: (asn: number) => string;
}

/** The deployment report; pure. */
export const reportOf = ({
  province,
  month,
  today,
  sites,
  counts,
  kiosks,
  simulated,
  operatorOf,
}: ReportFacts): Report => {
  const isRunning = today.slice(0, 7) === month;
  const countedTo = isRunning ? today : lastDayOf(month);
  const own = new Set(sites.map(({ id }) => id));
  const isOf = (id: string) => (test: TestCount) => test.attributed && test.site === id;
  const votes = counts.tests.filter(({ fate }) => fate === 'voted');
  const citizens = votes.filter(({ context }) => context === 'citizen');
  return {
    provinceCodes: PROVINCE_CODES,
    province,
    month,
    countedTo,
    isRunning,
    simulated,
    needed: { votes: PROVINCE_THRESHOLDS.votes, sources: PROVINCE_THRESHOLDS.sources },
    samples: {
      all: sampleOf(citizens),
      fixed: sampleOf(ofKind(citizens, 'fixed')),
      mobile: sampleOf(ofKind(citizens, 'mobile')),
      byAccess: byAccess(citizens),
    },
    operators: operatorsOf(counts.tests, operatorOf),
    contexts: CONTEXTS.map((context) => ({
      context,
      votes: sumOf(votes, (test) => (test.context === context ? test.tests : 0)),
    })).filter((each) => each.votes > 0),
    sites: sites.map(({ id, name, context }) => {
      const mine = {
        visits: counts.visits.filter(({ site }) => site === id),
        tests: counts.tests.filter(isOf(id)),
      };
      const beats = kiosks.filter(({ site, day }) => site === id && day.startsWith(month));
      const lastSeen = latest([...mine.visits, ...mine.tests, ...beats.map((beat) => ({ lastAt: beat.lastSeen }))]);
      return {
        site: id,
        name,
        context,
        presence: presenceOf(lastSeen, countedTo),
        lastSeen,
        versions: byVersion(mine).map(({ version }) => version),
        reach: reachOf(mine),
        unattributed: sumOf(counts.tests, ({ site, attributed, fate, tests }) =>
          site === id && !attributed && fate !== 'opened' ? tests : 0,
        ),
      };
    }),
    elsewhere: reachOf({
      visits: counts.visits.filter(({ site }) => !own.has(site)),
      tests: counts.tests.filter(({ site, attributed }) => site === null || !attributed || !own.has(site)),
    }),
    kiosks: kioskUptime(kiosks, { month, countedTo, isRunning }),
    versions: byVersion(counts).map(({ version, counts: ofVersion }) => ({ version, reach: reachOf(ofVersion) })),
    funnel: funnelsOf(counts),
  };
};

const ofKind = (votes: readonly TestCount[], kind: AccessKind | null) =>
  votes.filter(({ access }) => accessKindOf(access) === kind);

const byAccess = (votes: readonly TestCount[]): Report['samples']['byAccess'] => {
  const of = (wanted: TestCount['access']) => sumOf(votes, ({ access, tests }) => (access === wanted ? tests : 0));
  return { wifi: of('wifi'), cable: of('cable'), '4g': of('4g'), '5g': of('5g'), unknown: of(null) };
};

const operatorsOf = (tests: readonly TestCount[], operatorOf: (asn: number) => string): Report['operators'] => {
  // Tickets know who asked, which may be another line than the one that was measured.
  const results = tests.filter(({ fate }) => fate !== 'opened');
  // Anybody may write any number into a result that no receipt bears out: a network is one that a verified result came from.
  const unverified: readonly TestFate[] = UNVERIFIED_LOSSES;
  const known = new Set(results.filter(({ fate }) => !unverified.includes(fate)).map(({ asn }) => asn));
  return [...groupBy(results, ({ asn }) => (asn === null || !known.has(asn) ? null : operatorOf(asn)))]
    .map(([operator, mine]) => {
      const votes = mine.filter(({ fate, context }) => fate === 'voted' && context === 'citizen');
      return {
        operator,
        fixed: sampleOf(ofKind(votes, 'fixed')),
        mobile: sampleOf(ofKind(votes, 'mobile')),
        unknown: sumOf(ofKind(votes, null), (each) => each.tests),
        tests: reachOf({ visits: [], tests: mine }).tests,
      };
    })
    .sort((a, b) => b.tests.voted - a.tests.voted || b.tests.finished - a.tests.finished);
};

const latest = (counts: readonly { readonly lastAt: string }[]): string | null =>
  counts.reduce<string | null>((last, { lastAt }) => (last === null || lastAt > last ? lastAt : last), null);

const presenceOf = (lastSeen: string | null, countedTo: string): Presence =>
  lastSeen === null ? 'absent' : vietnamDay(lastSeen) > dayAfter(countedTo, -SILENT_AFTER_DAYS) ? 'live' : 'silent';
