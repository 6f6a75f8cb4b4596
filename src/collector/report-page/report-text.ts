import type { Access } from '../../protocol/access.ts';
import type { SiteContext } from '../../protocol/context.ts';
import type { FunnelReason, Presence, TestStep } from '../../protocol/report.ts';
import type { Reason } from '../../protocol/verdict.ts';
import type { VisitStep } from '../../protocol/visit.ts';

/** Every word of the deployment report, as page and as CSV. A language that lacks one does not compile. */
export interface ReportText {
  readonly title: (province: string, month: string) => string;
  readonly month: (year: string, month: number) => string;
  readonly countedTo: (day: string, isRunning: boolean) => string;
  readonly simulated: string;
  readonly earlier: string;
  readonly later: string;
  readonly months: string;
  readonly allProvinces: string;

  /** The numbers that come first. */
  readonly main: {
    readonly heading: string;
    readonly votes: string;
    readonly missing: string;
    readonly sources: string;
    readonly sites: string;
    readonly kiosks: string;
    readonly of: (whole: string) => string;
    readonly enough: string;
  };
  readonly needs: {
    readonly heading: string;
    readonly votes: (missing: string, needed: string) => string;
    /** Of one kind of line. */
    readonly stratum: (stratum: string, why: string) => string;
    readonly why: Readonly<Record<Exclude<Reason['code'], 'access-mixed'>, (needs: string) => string>>;
    readonly siteAbsent: (site: string) => string;
    readonly siteSilent: (site: string, since: string) => string;
    readonly unattributed: (site: string, results: string) => string;
    readonly kioskSilent: (kiosk: string, since: string | null) => string;
    readonly noSites: string;
    readonly nothing: string;
  };
  readonly access: Readonly<Record<Access | 'fixed' | 'mobile' | 'unknown', string>>;
  readonly presence: Readonly<Record<Presence, string>>;
  readonly context: Readonly<Record<SiteContext, string>>;

  readonly samples: {
    readonly heading: string;
    readonly lead: (votes: string, sources: string) => string;
    readonly kind: string;
    readonly votes: string;
    readonly sources: string;
    readonly lacking: string;
    readonly enough: string;
    readonly all: string;
    readonly elsewhere: (contexts: string) => string;
  };
  readonly operators: {
    readonly heading: string;
    readonly lead: string;
    readonly operator: string;
    readonly unknown: string;
    readonly lacks: (needs: string) => string;
    readonly none: string;
  };
  readonly sites: {
    readonly heading: string;
    readonly lead: (days: string) => string;
    readonly site: string;
    readonly shown: string;
    readonly tests: string;
    readonly counted: string;
    readonly votes: string;
    readonly elsewhere: string;
    readonly state: string;
    readonly lastSeen: string;
    readonly versions: string;
    readonly none: string;
  };
  readonly kiosks: {
    readonly heading: string;
    readonly lead: (hours: string) => string;
    readonly kiosk: string;
    readonly uptime: string;
    readonly lastSeen: string;
    readonly lastFailure: string;
    readonly none: string;
  };
  readonly funnel: {
    readonly heading: string;
    readonly visits: string;
    readonly visitsLead: string;
    readonly tests: string;
    readonly testsLead: string;
    readonly step: string;
    readonly count: string;
    readonly share: string;
    readonly lost: string;
    readonly why: string;
    readonly visitStep: Readonly<Record<VisitStep, string>>;
    readonly testStep: Readonly<Record<TestStep, string>>;
    readonly none: string;
  };
  /** Why something was lost, and what to do about it. */
  readonly reason: Readonly<Record<FunnelReason, readonly [name: string, advice: string]>>;
  readonly versions: { readonly heading: string; readonly version: string };
  readonly about: string;
  readonly csv: string;
  readonly json: string;

  /** The columns of the table as CSV. */
  readonly columns: readonly [
    section: string,
    item: string,
    measure: string,
    value: string,
    needed: string,
    note: string,
  ];

  readonly list: {
    readonly title: (month: string) => string;
    readonly lead: string;
    readonly province: string;
    readonly votes: string;
    readonly lacking: string;
    readonly sites: string;
  };
  readonly missing: { readonly title: string; readonly province: string; readonly month: string };
}
