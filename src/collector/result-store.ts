import type { Recording } from '../protocol/observation.ts';
import type { Access } from '../protocol/access.ts';
import type { SiteContext } from '../protocol/context.ts';
import type { AsnSpan } from '../protocol/operator.ts';
import type { IpFamily, Scope } from '../protocol/point.ts';
import type { StoredResult } from '../protocol/submission.ts';
import type { Tally } from '../statistics/tally.ts';
import type { Edition } from './area-codes.ts';
import type { Simulation } from './fill-simulated.ts';
import type { KioskStore } from './kiosk-store.ts';

/** One judged result, as it is kept. */
export interface ResultEntry {
  readonly result: StoredResult;
  /** SHA-256 of the body as it came, hexadecimal: tells a retry from a second story about the same test. */
  readonly bodyHash: string;
  readonly consentVersion: string | null;
  /** Who measured, as one month can tell ({@link import('./source-keys.ts').SourceKeys}); null where nobody knows. */
  readonly sourceKey: string | null;
  /** What the engine saw, to check the result by; null for rows from before it was kept. */
  readonly recording: Recording | null;
}

/** Which votes; null, undefined or absent = all of them. */
export interface StatisticsFilter {
  readonly month: string | null;
  readonly province: string | null;
  /** By which codes provinces are asked for and told; today's without it, under which what is stored of former provinces counts, too. */
  readonly codes?: Edition | undefined;
  /** Of these communes, each apart and by its code; `province` then says nothing. They are told by access, context and time alone. */
  readonly communes?: readonly string[] | undefined;
  /** The first and the last month of a period. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Lines in networks of these AS numbers, of each in its months. */
  readonly asns?: readonly AsnSpan[] | undefined;
  readonly accesses?: readonly Access[] | undefined;
  readonly ipFamily?: IpFamily | undefined;
  readonly scope?: Scope | undefined;
  /** Citizens' without it; contexts are never pooled. */
  readonly context?: SiteContext | undefined;
}

/** Where results live, and which kiosk was there. Every method rejects when the store does not answer. */
export interface ResultStore extends KioskStore {
  /**
   * Keeps the entry unless its test already has one, also when others insert at the same time from other processes. `standing` is
   * the one that is kept for good. Resolves only once that is on disk.
   */
  readonly insert: (entry: ResultEntry) => Promise<{ readonly inserted: boolean; readonly standing: ResultEntry }>;
  readonly find: (testId: string) => Promise<ResultEntry | null>;
  /**
   * Takes back what a point's receipts proved from an instant on (ISO 8601): its rows become `unverified`, flagged `point-revoked`, and
   * leave the figures. Answers how many; asked again, 0.
   */
  readonly revoke: (pointId: string, from: string) => Promise<number>;
  /**
   * The votes of one context by month and province in that order: of the counted results
   * ({@link import('./validity.ts').isCounted}) one a source ({@link import('../statistics/draw-votes.ts').drawVotes}).
   */
  readonly tallies: (filter: StatisticsFilter) => Promise<Tally[]>;
  /** The months that have votes of citizens, the newest first. */
  readonly months: () => Promise<string[]>;
  /** Whether its results were made by a simulation: nobody measured them. */
  readonly isSimulated: () => Promise<boolean>;
  /** Says so of an empty store, `told` in words. A {@link import('../node/environment.ts').SettingError} where it holds real results. */
  readonly markSimulated: (told: string) => Promise<void>;
  /** Marks it, and keeps many such results at once; those that it has stay as they are. Where real ones are, the same error. */
  readonly fillSimulated: (simulation: Simulation) => Promise<void>;
  /** Rejects unless results can be read right now. */
  readonly ping: () => Promise<void>;
  readonly close: () => Promise<void>;
}
