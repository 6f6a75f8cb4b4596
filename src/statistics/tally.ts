import type { Cell, Figure } from '../protocol/statistics.ts';
import { type Histogram, sizeOf } from './histogram.ts';
import { medianInterval } from './median-interval.ts';
import { quantileOf } from './quantile.ts';
import { type Evidence, verdictOn } from './verdict.ts';

/** What figures are made of: the rates of both directions, and the idle round trip's median. */
export const MEASURES = ['download', 'upload', 'latency'] as const;
export type Measure = (typeof MEASURES)[number];

/** The votes of one province in one month, counted: everything that its figures are made of. */
export interface Tally extends Evidence {
  readonly province: Cell['province'];
  readonly month: string;
  /** Of the votes, those where IPv6 was probed, and those where it works. */
  readonly ipv6Probed: number;
  readonly ipv6Works: number;
  /** bit/s, bit/s and ms. */
  readonly histograms: Readonly<Record<Measure, Histogram>>;
}

/** The figures of a tally, and whether they may be published. */
export const cellOf = (tally: Tally): Cell => {
  const { province, month, votes, ipv6Probed, ipv6Works, histograms } = tally;
  const figures = {
    downloadBitsPerSecond: figureOf(histograms.download),
    uploadBitsPerSecond: figureOf(histograms.upload),
    latencyMs: figureOf(histograms.latency),
  };
  return {
    province,
    month,
    count: votes,
    suppressed: false,
    medianDownloadBitsPerSecond: figures.downloadBitsPerSecond?.median ?? null,
    medianUploadBitsPerSecond: figures.uploadBitsPerSecond?.median ?? null,
    medianLatencyMs: figures.latencyMs?.median ?? null,
    ipv6Share: ipv6Probed === 0 ? null : ipv6Works / ipv6Probed,
    figures,
    verdict: verdictOn(tally),
  };
};

const figureOf = (histogram: Histogram): Figure | null => {
  const [p10, median, p90] = [0.1, 0.5, 0.9].map((share) => quantileOf(histogram, share));
  if (p10 == null || median == null || p90 == null) return null;
  return { votes: sizeOf(histogram), p10, median, p90, interval: medianInterval(histogram) };
};
