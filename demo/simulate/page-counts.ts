import type { FunnelCounts, TestCount, VisitCount } from '../../src/collector/funnel-store.ts';
import { vietnamMonth } from '../../src/collector/vietnam-calendar.ts';
import { ENGINE_VERSION } from '../../src/protocol/result.ts';
import type { LossReason, VisitStep } from '../../src/protocol/visit.ts';
import { chanceOf } from './chance.ts';
import { isKept, type Visit } from './visit.ts';

/** Of those who see a banner about one in sixty presses it, of those who walk by a kiosk nobody is counted. Guesses, like the shares below. */
const VIEWS_A_PRESS = 60;

/** Of presses: who then does not agree, and whom no point serves. Of views: pages whose policy stops the engine. */
const DECLINED = 0.08;
const NO_POINT = 0.01;
const BLOCKED = 0.006;

/** What the pages and the tickets of a country say, counted while its tests are made. */
export interface PageCounts {
  readonly add: (visit: Visit) => void;
  readonly counts: () => FunnelCounts;
}

export const createPageCounts = (seed: number): PageCounts => {
  const visits = new Map<string, VisitCount>();
  const tests = new Map<string, TestCount>();
  const count = (kind: Omit<VisitCount, 'visits' | 'lastAt'>, lastAt: string, more = 1) => {
    const key = JSON.stringify(kind);
    if (more > 0) visits.set(key, { ...kind, lastAt, visits: (visits.get(key)?.visits ?? 0) + more });
  };
  return {
    add: (visit) => {
      if (visit.context === 'monitor') return;
      const { province, site, context } = visit;
      const lastAt = new Date(visit.startedAt).toISOString();
      const attributed = site !== null && !visit.isUnattributed;
      const ticket = { province, context, site: attributed ? site : null, attributed, asn: visit.operator.asn };
      const kind = { ...ticket, month: vietnamMonth(lastAt), version: null, access: null, sourced: 0 };
      const key = JSON.stringify(kind);
      tests.set(key, { ...kind, fate: 'opened', lastAt, tests: (tests.get(key)?.tests ?? 0) + 1 });
      if (!attributed) return;
      const layout = context === 'kiosk' ? 'kiosk' : 'banner';
      const page = { province, month: kind.month, site, version: ENGINE_VERSION, layout } as const;
      const step = (name: VisitStep, more = 1) => count({ ...page, step: name, reason: null }, lastAt, more);
      const loss = (name: VisitStep, reason: LossReason) => count({ ...page, step: name, reason }, lastAt);
      const chance = chanceOf(seed, 'page', visit.testId);
      const views = layout === 'kiosk' ? 0 : chance.whole(2 * VIEWS_A_PRESS);
      step('shown', 1 + views);
      if (chance.hits(BLOCKED * views)) loss('shown', 'engine-blocked');
      if (chance.hits(DECLINED)) {
        step('shown');
        loss('shown', 'declined');
      }
      if (chance.hits(NO_POINT)) {
        step('shown');
        step('consented');
        loss('consented', 'no-point');
      }
      step('consented');
      step('started');
      if (isKept(visit)) step('finished');
      else if (visit.fate === 'cancelled') loss('started', 'cancelled');
    },
    counts: () => ({ visits: [...visits.values()], tests: [...tests.values()] }),
  };
};
