import * as v from 'valibot';
import { ContextSchema } from './context.ts';
import type { Flag } from './flag.ts';
import { FailureCodeSchema } from './failure.ts';
import { KioskIdSchema } from './kiosk.ts';
import { MonthSchema } from './period.ts';
import { PROVINCE_CODES, ProvinceCodeSchema } from './province.ts';
import { SiteIdSchema } from './ticket.ts';
import { VerdictSchema } from './verdict.ts';
import { LOSS_REASONS, VISIT_STEPS } from './visit.ts';

/**
 * A test at the collector, each step after the one before: it was opened by a ticket, its result came in, a receipt bore that out, it
 * may enter figures, and it is the one that stands for its source.
 */
export const TEST_STEPS = ['started', 'finished', 'verified', 'counted', 'voted'] as const;
export type TestStep = (typeof TEST_STEPS)[number];

/** Flags that take a result's `verified`, the most telling first. */
export const UNVERIFYING = [
  'point-revoked',
  'receipt-missing',
  'receipt-invalid',
  'receipt-of-another-test',
  'point-not-allowed',
  'too-short',
  'download-exceeds-receipt',
  'download-rate-differs',
  'loss-differs',
  'replay-differs',
] as const satisfies readonly Flag[];

/** Why something came no further than a step. */
export const FUNNEL_REASONS = [
  ...LOSS_REASONS,
  /** Of a visit: somebody saw the test and did no more. */
  'not-pressed',
  /** The page was left, and said nothing more. */
  'left',
  /** Of a test: no result came. The visits say why; some wait for a week in the browser. */
  'not-received',
  ...UNVERIFYING,
  /** The store knows that it was not verified, and not why. */
  'unverified',
  /** One direction alone was measured. */
  'partial',
  /** Neither page nor person said which province. */
  'no-province',
  'not-valid',
  /** Another result of the same source has the month's vote. */
  'same-source',
] as const;
export const FunnelReasonSchema = v.picklist(FUNNEL_REASONS);
export type FunnelReason = v.InferOutput<typeof FunnelReasonSchema>;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A step of a funnel. `count` is the next step's and `lost` together; the reasons' counts add up to `lost`. */
const stepOf = <const Steps extends readonly string[]>(steps: Steps) =>
  v.object({
    step: v.picklist(steps),
    count,
    lost: count,
    /** The largest first. */
    reasons: v.array(v.object({ reason: FunnelReasonSchema, count })),
  });

export const FunnelSchema = v.object({
  /** Of pages: as the elements told it. */
  visits: v.array(stepOf(VISIT_STEPS)),
  /** Of tests: as the collector saw them. A visit may make several. */
  tests: v.array(stepOf(TEST_STEPS)),
});
export type Funnel = v.InferOutput<typeof FunnelSchema>;

/** How far a number of visits and tests came, without the reasons. */
export const ReachSchema = v.object({
  visits: v.object({ shown: count, consented: count, started: count, finished: count }),
  tests: v.object({ started: count, finished: count, verified: count, counted: count, voted: count }),
});
export type ReachCounts = v.InferOutput<typeof ReachSchema>;

/** Votes of citizens, and whether a figure of them may be published. */
export const SampleSchema = v.object({
  votes: count,
  /** Different sources that are known to be different. */
  sources: count,
  verdict: VerdictSchema,
});
export type Sample = v.InferOutput<typeof SampleSchema>;

/**
 * `live`: seen lately (a site in the last week of the month so far, a kiosk on its last working day). `silent`: earlier in the month.
 * `absent`: not at all.
 */
export const PresenceSchema = v.picklist(['live', 'silent', 'absent']);
export type Presence = v.InferOutput<typeof PresenceSchema>;

const instant = v.nullable(v.string());

/** `GET /v1/reports/{province}?month=YYYY-MM`: what a province's deployment did in a month. */
export const ReportSchema = v.object({
  provinceCodes: v.literal(PROVINCE_CODES),
  province: ProvinceCodeSchema,
  month: MonthSchema,
  /** The last day that it tells of, YYYY-MM-DD: the month's last, or today while it runs. */
  countedTo: v.string(),
  isRunning: v.boolean(),
  /** The store holds results that nobody measured. */
  simulated: v.boolean(),
  /** Votes and sources that a figure needs. */
  needed: v.object({ votes: count, sources: count }),
  samples: v.object({
    all: SampleSchema,
    fixed: SampleSchema,
    mobile: SampleSchema,
    /** Votes by what people said of their line; `unknown` where they said nothing. */
    byAccess: v.object({ wifi: count, cable: count, '4g': count, '5g': count, unknown: count }),
  }),
  /** The same by operator, the largest first; null where nobody knows whose line it was, and for networks that no verified result came from. */
  operators: v.array(
    v.object({
      operator: v.nullable(v.string()),
      fixed: SampleSchema,
      mobile: SampleSchema,
      /** Votes of lines of which nobody said which they are. */
      unknown: count,
      tests: ReachSchema.entries.tests,
    }),
  ),
  /** Votes by who measures at a site; only those of citizens are in the samples. */
  contexts: v.array(v.object({ context: ContextSchema, votes: count })),
  /** The province's sites in the registry. */
  sites: v.array(
    v.object({
      site: SiteIdSchema,
      name: v.string(),
      context: ContextSchema,
      presence: PresenceSchema,
      lastSeen: instant,
      versions: v.array(v.string()),
      reach: ReachSchema,
      /** Results that named it from a page which is none of its. */
      unattributed: count,
    }),
  ),
  /** What came from anywhere else and belongs to the province. */
  elsewhere: ReachSchema,
  kiosks: v.array(
    v.object({
      site: SiteIdSchema,
      kiosk: KioskIdSchema,
      presence: PresenceSchema,
      lastSeen: instant,
      version: v.nullable(v.string()),
      lastFailure: v.nullable(FailureCodeSchema),
      /** Beats on working days that are over, a working day's hours at most each, and how many there should have been. */
      beats: count,
      expectedBeats: count,
      /** Their quotient; null while none is expected. */
      uptime: v.nullable(v.number()),
    }),
  ),
  /** Versions of the script that were seen most, the newest first; `other` are the rest. */
  versions: v.array(v.object({ version: v.string(), reach: ReachSchema })),
  funnel: FunnelSchema,
});
export type Report = v.InferOutput<typeof ReportSchema>;
