import type { Cell } from '../protocol/statistics.ts';
import type { Histogram } from './histogram.ts';
import { quantileOf } from './quantile.ts';

/** What figures are made of: the rates of both directions, and the idle round trip's median. */
export const MEASURES = ['download', 'upload', 'latency'] as const;
export type Measure = (typeof MEASURES)[number];

/** The votes of one province in one month, counted: everything that its figures are made of. */
export interface Tally {
  readonly province: Cell['province'];
  readonly month: string;
  readonly votes: number;
  /** Of the votes, those where IPv6 was probed, and those where it works. */
  readonly ipv6Probed: number;
  readonly ipv6Works: number;
  /** bit/s, bit/s and ms. */
  readonly histograms: Readonly<Record<Measure, Histogram>>;
}

/** The figures of a tally. */
export const cellOf = ({ province, month, votes, ipv6Probed, ipv6Works, histograms }: Tally): Cell => ({
  province,
  month,
  count: votes,
  suppressed: false,
  medianDownloadBitsPerSecond: quantileOf(histograms.download, 0.5),
  medianUploadBitsPerSecond: quantileOf(histograms.upload, 0.5),
  medianLatencyMs: quantileOf(histograms.latency, 0.5),
  ipv6Share: ipv6Probed === 0 ? null : ipv6Works / ipv6Probed,
});
