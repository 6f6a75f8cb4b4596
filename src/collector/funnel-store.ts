import type { Access } from '../protocol/access.ts';
import type { SiteContext } from '../protocol/context.ts';
import type { ProvinceCode } from '../protocol/province.ts';
import type { Layout, LossReason, VisitStep } from '../protocol/visit.ts';
import type { ResultLoss } from './loss-of.ts';

interface Counted {
  /** Null where neither page nor person said. */
  readonly province: ProvinceCode | null;
  /** YYYY-MM in Vietnam's time. */
  readonly month: string;
  /** When the last of them came, by the collector's clock, ISO 8601. */
  readonly lastAt: string;
}

/** Visits of a site's pages that took a step, or with a reason, that came no further than it. */
export interface VisitCount extends Counted {
  readonly site: string;
  readonly version: string;
  readonly layout: Layout;
  readonly step: VisitStep;
  readonly reason: LossReason | null;
  readonly visits: number;
}

/** `opened`: tickets. Of the others each result has one: it votes, it counts and another of its source votes, or it does not count. */
export type TestFate = 'opened' | 'voted' | 'counted' | ResultLoss;

/** Tests of people with one fate; scheduled ones are in none. */
export interface TestCount extends Counted {
  readonly context: SiteContext;
  /** As the page says; null without one. */
  readonly site: string | null;
  /** Whether the page was the site's. */
  readonly attributed: boolean;
  /** Null where it is not known, as of tickets. */
  readonly version: string | null;
  readonly access: Access | null;
  readonly asn: number | null;
  readonly fate: TestFate;
  readonly tests: number;
  /** Of them, those of a source that is known. */
  readonly sourced: number;
}

/** Everything that was counted of a province in a month. */
export interface FunnelCounts {
  readonly visits: readonly VisitCount[];
  readonly tests: readonly TestCount[];
}

/** Where visits and tests are counted; results count themselves when they are kept. */
export interface FunnelStore {
  /** Adds to the counts. No two of a list may differ in their numbers alone. */
  readonly addCounts: (counts: FunnelCounts) => Promise<void>;
  /** The counts of a province, and of these sites where nobody said which province. */
  readonly readCounts: (query: {
    readonly province: ProvinceCode;
    readonly month: string;
    readonly sites: readonly string[];
  }) => Promise<FunnelCounts>;
}
