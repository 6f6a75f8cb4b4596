import { isMonth } from '../protocol/period.ts';
import type { Cell, Figure, Paired } from '../protocol/statistics.ts';
import { type Histogram, sizeOf } from './histogram.ts';
import { medianIntervalAt } from './median-interval.ts';
import { countOf, quantileAt, ranksOf } from './quantile.ts';
import { type Evidence, PROVINCE_THRESHOLDS, type Thresholds, verdictOn } from './verdict.ts';

/**
 * What figures are made of: the rates of both directions, the idle round trip's median, and of votes that reached their point by both
 * families, how long the connection of each took and IPv6's time by IPv4's.
 */
export const MEASURES = ['download', 'upload', 'latency', 'ipv4Connect', 'ipv6Connect', 'ipv6Ratio'] as const;
export type Measure = (typeof MEASURES)[number];

/** The votes of one province in one month, or of several of them, counted: everything that figures are made of. */
export interface Tally {
  /** Null is the whole country. */
  readonly province: Cell['province'];
  /** A month or a longer {@link import('../protocol/period.ts').PeriodSchema}. */
  readonly period: string;
  readonly votes: number;
  /** Different sources that are known to be different. */
  readonly sources: number;
  /** The most votes that one source can have. */
  readonly topSourceVotes: number;
  /** Votes by site; '' is none. */
  readonly sites: ReadonlyMap<string, number>;
  /** Votes of lines that people said are fixed, and mobile ones; nobody said of the rest. */
  readonly fixed: number;
  readonly mobile: number;
  /** Of the votes, those where IPv6 was probed, and those where it works. */
  readonly ipv6Probed: number;
  readonly ipv6Works: number;
  /** bit/s, bit/s, ms, ms, ms and a ratio. */
  readonly histograms: Readonly<Record<Measure, Histogram>>;
}

/** The figures of a tally, and whether they may be published by what its level asks for. */
export const cellBy =
  (thresholds: Thresholds) =>
  (tally: Tally): Cell => {
    const { province, period, votes, ipv6Probed, ipv6Works, histograms } = tally;
    const figures = {
      downloadBitsPerSecond: figureOf(histograms.download),
      uploadBitsPerSecond: figureOf(histograms.upload),
      latencyMs: figureOf(histograms.latency),
    };
    return {
      province,
      period,
      month: isMonth(period) ? period : null,
      count: votes,
      suppressed: false,
      medianDownloadBitsPerSecond: figures.downloadBitsPerSecond?.median ?? null,
      medianUploadBitsPerSecond: figures.uploadBitsPerSecond?.median ?? null,
      medianLatencyMs: figures.latencyMs?.median ?? null,
      ipv6Share: ipv6Probed === 0 ? null : ipv6Works / ipv6Probed,
      ipv6Paired: pairedOf(tally),
      figures,
      verdict: verdictOn(evidenceOf(tally), thresholds),
    };
  };

/** Of a province, or of the country. */
export const cellOf = cellBy(PROVINCE_THRESHOLDS);

/** What a verdict on a tally goes by. */
export const evidenceOf = ({ votes, sources, topSourceVotes, sites, fixed, mobile }: Tally): Evidence => ({
  votes,
  sources,
  topSiteVotes: Math.max(0, ...sites.values()),
  topSourceVotes,
  isOneAccessKind: votes > 0 && (fixed === votes || mobile === votes),
});

const pairedOf = ({ histograms }: Tally): Paired | null => {
  const votes = sizeOf(histograms.ipv6Ratio);
  if (votes === 0) return null;
  return {
    votes,
    ipv4LatencyMs: figureOf(histograms.ipv4Connect),
    ipv6LatencyMs: figureOf(histograms.ipv6Connect),
    ratio: figureOf(histograms.ipv6Ratio),
  };
};

const figureOf = (histogram: Histogram): Figure | null => {
  const ranks = ranksOf(histogram);
  const [p10, median, p90] = [0.1, 0.5, 0.9].map((share) => quantileAt(ranks, share));
  if (p10 == null || median == null || p90 == null) return null;
  return { votes: countOf(ranks), p10, median, p90, interval: medianIntervalAt(ranks) };
};
