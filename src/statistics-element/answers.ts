import { COLLECTOR_PATHS } from '../protocol/endpoints.ts';
import type { ProvinceCode } from '../protocol/province.ts';
import type { Figure } from '../protocol/statistics.ts';
import type { Verdict } from '../protocol/verdict.ts';
import type { Choices } from './choices.ts';

/** A cell as the collector tells it. */
export interface Cell {
  /** Null where it is the whole country. */
  readonly province: ProvinceCode | null;
  /** What was asked for, or the month. */
  readonly period: string;
  readonly count: number;
  readonly suppressed: boolean;
  readonly ipv6Share: number | null;
  readonly figures: {
    readonly downloadBitsPerSecond: Figure | null;
    readonly uploadBitsPerSecond: Figure | null;
    readonly latencyMs: Figure | null;
  } | null;
  readonly ipv6Paired: {
    readonly votes: number;
    readonly ipv4LatencyMs: Figure;
    readonly ipv6LatencyMs: Figure;
    readonly ratio: Figure;
  } | null;
  readonly verdict: Verdict;
}

export interface Statistics {
  readonly cells: readonly Cell[];
  readonly country: readonly Cell[];
  readonly simulated: boolean;
  /** The rule by which votes were chosen. */
  readonly validityVersion?: string;
}

/** How many votes lie from `low` on and below `high`; bit/s or ms. */
export interface Bar {
  readonly low: number;
  readonly high: number;
  readonly votes: number;
}

export interface Distribution {
  readonly count: number;
  readonly suppressed: boolean;
  readonly download: readonly Bar[];
  readonly upload: readonly Bar[];
  readonly latency: readonly Bar[];
}

/** Months that have figures, newest first. */
export interface Periods {
  readonly months: readonly string[];
}

/** What an answer must look like to be read (`is-like.ts`); what may be null is looked at where it is read. */
const CELL = {
  period: '',
  count: 0,
  verdict: { publishable: true, provisional: true, reasons: [{ code: '' }], needs: 0 },
};
const BARS = [{ low: 0, high: 0, votes: 0 }];
export const EXAMPLES = {
  periods: { months: [''] },
  statistics: { cells: [{ ...CELL, province: '' }], country: [CELL] },
  distribution: { count: 0, download: BARS, upload: BARS, latency: BARS },
} as const;

type Asked = Pick<Choices, 'access' | 'province'> & { readonly period: string };

const query = (parameters: Readonly<Record<string, string | null>>): string =>
  new URLSearchParams(
    Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== null),
  ).toString();

/** Everything together is what no filter asks for. */
const accessOf = ({ access }: Pick<Choices, 'access'>) => (access === 'all' ? null : access);

export const periodsPath = `${COLLECTOR_PATHS.statistics}/periods`;

/** All provinces and the country in one period. */
export const statisticsPath = (asked: Pick<Asked, 'access' | 'period'>): string =>
  `${COLLECTOR_PATHS.statistics}?${query({ period: asked.period, access: accessOf(asked) })}`;

/** The months of one place, or of all of them. */
export const monthsPath = (asked: Pick<Asked, 'access' | 'province'>, from: string, to: string): string =>
  `${COLLECTOR_PATHS.statistics}?${query({ from, to, province: asked.province, access: accessOf(asked) })}`;

export const distributionPath = (asked: Asked): string =>
  `${COLLECTOR_PATHS.statistics}/distribution?${query({ period: asked.period, province: asked.province, access: accessOf(asked) })}`;
