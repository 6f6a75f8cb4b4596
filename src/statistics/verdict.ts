import { VOTES_NEEDED } from '../protocol/progress.ts';
import type { Reason, Verdict } from '../protocol/verdict.ts';

/** What has to be there before a figure is published. Data, because levels differ and letters change them. */
export interface Thresholds {
  readonly votes: number;
  readonly sources: number;
  /** The most that one site may have of the votes, and one source. */
  readonly siteShare: number;
  readonly sourceShare: number;
}

/**
 * A province. Votes: VNNIC's letter of 2022. The others by simulation: 100 samples of 50 devices are nearly as good as of 100 (±25 % against
 * ±20 %), of 10 they are worth little (−39/+65 %); one site in two fifths, or one source in a twentieth, is its figure and not the province's.
 */
export const PROVINCE_THRESHOLDS: Thresholds = { votes: VOTES_NEEDED, sources: 50, siteShare: 0.4, sourceShare: 0.05 };

/** A commune: 300 samples (VNNIC's letter 2928 of 2025-08-19, as Cần Thơ's notice quotes it); half of them sources, as above. */
export const COMMUNE_THRESHOLDS: Thresholds = { ...PROVINCE_THRESHOLDS, votes: 300, sources: 150 };

/** Below it a publishable figure is provisional: with the spread of mixed fixed plans, 300 votes know a median to ±12 %, 100 to ±20 %. */
export const PROVISIONAL_BELOW = 300;

/** What a verdict goes by. */
export interface Evidence {
  readonly votes: number;
  /** Different sources that are known to be different. */
  readonly sources: number;
  /** Votes of the site that has most; those without a site are of one. */
  readonly topSiteVotes: number;
  /** The most votes that one source can have: one a month. */
  readonly topSourceVotes: number;
  /** Whether all are of fixed lines, or all of mobile ones. */
  readonly isOneAccessKind: boolean;
}

/** Whether a figure of these votes may be published; pure, and the one place that says so. */
export const verdictOn = (evidence: Evidence, thresholds: Thresholds = PROVINCE_THRESHOLDS): Verdict => {
  const { votes, sources, topSiteVotes, topSourceVotes, isOneAccessKind } = evidence;
  const reasons: Reason[] = [];
  const lacks = (code: Reason['code'], needs: number) => needs > 0 && reasons.push({ code, needs });
  lacks('too-few-votes', thresholds.votes - votes);
  lacks('too-few-sources', thresholds.sources - sources);
  // A part that would be small enough among the votes that are missing anyway is no reason of its own.
  const dominates = (code: Reason['code'], part: number, share: number) => {
    const wanted = dilution(part, share);
    if (wanted > thresholds.votes) lacks(code, wanted - votes);
  };
  dominates('site-dominates', topSiteVotes, thresholds.siteShare);
  dominates('source-dominates', topSourceVotes, thresholds.sourceShare);
  if (!isOneAccessKind) reasons.push({ code: 'access-mixed', needs: null });
  const publishable = reasons.length === 0;
  return {
    publishable,
    provisional: publishable && votes < PROVISIONAL_BELOW,
    reasons,
    needs: Math.max(0, ...reasons.map(({ needs }) => needs ?? 0)),
  };
};

/** How many votes there must be in all before `part` of them are no more than `share`. */
const dilution = (part: number, share: number): number => Math.ceil(part / share - ROUNDING);

/** 6 / 0.05 must not become 121 by its last digit. */
const ROUNDING = 1e-9;
