import type { Figure } from '../protocol/statistics.ts';
import type { Cell } from '../protocol/statistics.ts';
import type { Measure } from './choices.ts';

/** One figure of a place: a median with its quantiles, or a share. */
export interface Measured {
  /** bit/s, ms, or a share of 1. */
  readonly value: number;
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly p10: number | null;
  readonly p90: number | null;
  readonly votes: number;
}

/** Whether high or low is good. */
export const bestOf = (measure: Measure): 'high' | 'low' => (measure === 'latency' ? 'low' : 'high');

/** How a cell stands: what may be published, and what may not for which reason. */
export type Standing = 'published' | 'provisional' | 'withheld' | 'suppressed' | 'empty';

export const standingOf = (cell: Cell | null): Standing => {
  if (!cell || cell.count === 0) return 'empty';
  if (cell.suppressed) return 'suppressed';
  if (!cell.verdict.publishable) return 'withheld';
  return cell.verdict.provisional ? 'provisional' : 'published';
};

export const isPublished = (cell: Cell | null): cell is Cell => /^p/.test(standingOf(cell));

/** The figure of a cell; null where it may not be published: what is not sure enough to be defended is shown nowhere. */
export const measuredOf = (cell: Cell | null, measure: Measure): Measured | null => {
  if (!isPublished(cell)) return null;
  if (measure === 'ipv6') return cell.ipv6 && { ...cell.ipv6, value: cell.ipv6.share, p10: null, p90: null };
  const figure = figureOf(cell, measure);
  return figure && { ...figure, value: figure.median };
};

const figureOf = ({ figures }: Cell, measure: Exclude<Measure, 'ipv6'>): Figure | null => {
  if (!figures) return null;
  return {
    download: figures.downloadBitsPerSecond,
    upload: figures.uploadBitsPerSecond,
    latency: figures.latencyMs,
  }[measure];
};
