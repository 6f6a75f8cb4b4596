import { log } from '../node/log.ts';
import type { Millis } from '../protocol/units.ts';
import { newSteps, type Visit } from '../protocol/visit.ts';
import type { FunnelStore, TestCount, VisitCount } from './funnel-store.ts';
import { vietnamMonth } from './vietnam-calendar.ts';

/** How long counts wait in memory: a portal's visits are one write together, and a crash costs no more than these. */
export const FLUSH_MS: Millis = 5000;

/** More versions than this in a process are made up; the others are counted as one. */
export const MAX_VERSIONS = 20;
export const OTHER_VERSION = 'other';

/** So many kinds of counts between two writes are a flood; what comes on top is not counted. */
export const MAX_WAITING = 5000;

export type OpenedTest = Pick<TestCount, 'province' | 'context' | 'site' | 'attributed' | 'asn'>;

export interface FunnelCounter {
  /** `at`: by the collector's clock, ISO 8601. */
  readonly visit: (visit: Visit, at: string) => void;
  readonly opened: (test: OpenedTest, at: string) => void;
  /** Writes what has been counted. Never rejects: what cannot be written is lost, and said in the log. */
  readonly flush: () => Promise<void>;
}

/** Counts visits and tickets in memory, so that neither waits for a disk. */
export const createFunnelCounter = (store: FunnelStore): FunnelCounter => {
  let visits = new Map<string, VisitCount>();
  let tests = new Map<string, TestCount>();
  const versions = new Set<string>();
  const versionOf = (version: string) => {
    if (versions.size < MAX_VERSIONS) versions.add(version);
    return versions.has(version) ? version : OTHER_VERSION;
  };
  const addVisit = (kind: Omit<VisitCount, 'visits' | 'lastAt'>, at: string) => {
    const key = JSON.stringify(kind);
    const before = visits.get(key)?.visits ?? 0;
    if (before > 0 || visits.size < MAX_WAITING) visits.set(key, { ...kind, lastAt: at, visits: before + 1 });
  };
  return {
    visit: (visit, at) => {
      const { province, site, layout, reached, lossReason } = visit;
      const version = versionOf(visit.version);
      const same = { province, month: vietnamMonth(at), site, version, layout };
      for (const step of newSteps(visit)) addVisit({ ...same, step, reason: null }, at);
      if (lossReason !== null && reached !== 'finished') addVisit({ ...same, step: reached, reason: lossReason }, at);
    },
    opened: (test, at) => {
      if (test.context === 'monitor') return; // nobody's
      const key = JSON.stringify(test);
      const before = tests.get(key)?.tests ?? 0;
      if (before === 0 && tests.size >= MAX_WAITING) return;
      const unknown = { version: null, access: null, sourced: 0 };
      tests.set(key, { ...test, ...unknown, fate: 'opened', month: vietnamMonth(at), lastAt: at, tests: before + 1 });
    },
    flush: async () => {
      if (visits.size + tests.size === 0) return;
      const counts = { visits: [...visits.values()], tests: [...tests.values()] };
      visits = new Map();
      tests = new Map();
      await store.addCounts(counts).catch((error: unknown) => {
        log('warn', 'visits and tickets of the last seconds were not counted', { error: String(error) });
      });
    },
  };
};
