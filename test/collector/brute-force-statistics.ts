import { createHash } from 'node:crypto';
import { quantile } from '../../src/estimator/statistics.ts';
import { outerRank } from '../../src/statistics/median-interval.ts';
import { verdictOn } from '../../src/statistics/verdict.ts';
import type { ResultEntry } from '../../src/collector/result-store.ts';
import type { SiteContext } from '../../src/protocol/context.ts';
import { PROVINCE_CODES } from '../../src/protocol/province.ts';
import type { Cell, Figure, Paired } from '../../src/protocol/statistics.ts';
import type { StoredResult } from '../../src/protocol/submission.ts';

/** Exact quantiles, and the interval by the ranks that order statistics give it. */
const figureOf = (values: readonly (number | null | undefined)[]): Figure | null => {
  const sorted = values.filter((value) => value != null).sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const rank = outerRank(sorted.length);
  const [p10, median, p90] = [0.1, 0.5, 0.9].map((share) => quantile(sorted, share)) as [number, number, number];
  const interval = rank === null ? null : { low: sorted[rank]!, high: sorted.at(-1 - rank)! };
  return { votes: sorted.length, p10, median, p90, interval };
};

const mostOf = (names: readonly (string | null)[]): number =>
  Math.max(...names.map((name) => names.filter((other) => other === name).length));

export const monthOf = ({ result }: ResultEntry): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh', year: 'numeric', month: '2-digit' }).format(
    new Date(result.startedAt!),
  );

const lotOf = ({ result }: ResultEntry): string => createHash('sha256').update(result.testId).digest('hex');

const isCounted = ({ result: { state, outcome, context, province } }: ResultEntry): boolean =>
  state === 'verified' && outcome === 'complete' && province !== null && context !== 'monitor';

/** Whether two results are after one vote. */
const isSameSeat = (one: ResultEntry, other: ResultEntry): boolean =>
  one.sourceKey !== null &&
  one.sourceKey === other.sourceKey &&
  monthOf(one) === monthOf(other) &&
  one.result.province === other.result.province &&
  one.result.provinceCodes === other.result.provinceCodes &&
  one.result.context === other.result.context;

/** Of the counted results of a source in a month, province and context, the one whose id has the least hash. */
export const bruteForceVotes = (entries: readonly ResultEntry[]): ResultEntry[] => {
  const counted = entries.filter(isCounted);
  return counted.filter((one) => !counted.some((other) => isSameSeat(one, other) && lotOf(other) < lotOf(one)));
};

const pairedOf = (results: readonly StoredResult[]): Paired | null => {
  const pairs = results.flatMap<[number, number]>(({ ipv6: { connectMs4, connectMs6 } }) =>
    connectMs4 !== null && connectMs6 !== null && connectMs4 > 0 && connectMs6 > 0 ? [[connectMs4, connectMs6]] : [],
  );
  if (pairs.length === 0) return null;
  return {
    votes: pairs.length,
    ipv4LatencyMs: figureOf(pairs.map(([ipv4]) => ipv4)),
    ipv6LatencyMs: figureOf(pairs.map(([, ipv6]) => ipv6)),
    ratio: figureOf(pairs.map(([ipv4, ipv6]) => ipv6 / ipv4)),
  };
};

/** What the former provinces of the tests' entries are part of, by hand. */
const TODAY: Readonly<Record<string, string>> = { '01': '01', '10': '15', '15': '15', '48': '48', '49': '48' };

/** Which votes are one figure. */
export interface Grouping {
  readonly context?: SiteContext;
  /** The period of a month; without it each month is one. */
  readonly periodOf?: (month: string) => string;
  /** Provinces as they were before July 2025, of what was stored so; without it today's, of everything. */
  readonly asFormer?: boolean;
  /** Communes instead of provinces; each has its code for a province's. */
  readonly asCommunes?: boolean;
  /** All provinces together. */
  readonly asCountry?: boolean;
}

/** The exact figures of one context by loops over everything: slow, and plain to see that it is right. */
export const bruteForceStatistics = (
  votes: readonly ResultEntry[],
  {
    context: wanted = 'citizen',
    periodOf = (month) => month,
    asFormer = false,
    asCommunes = false,
    asCountry = false,
  }: Grouping = {},
): Cell[] => {
  const areaOf = ({ province, provinceCodes, commune }: StoredResult): string | null | undefined => {
    if (asCommunes) return commune;
    if (asFormer) return provinceCodes === 'VN-2004' ? province : null;
    if (provinceCodes === PROVINCE_CODES) return province;
    return provinceCodes === 'VN-2004' ? TODAY[province!] : null;
  };
  const groups = new Map<string, ResultEntry[]>();
  for (const entry of votes) {
    const area = areaOf(entry.result);
    if (entry.result.context !== wanted || area == null) continue;
    const key = `${periodOf(monthOf(entry))} ${asCountry ? '' : area}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.keys()].sort().map((key) => {
    const entries = groups.get(key)!;
    const group = entries.map(({ result }) => result);
    const probed = group.filter(({ ipv6 }) => ipv6.ability !== null);
    const [period, area] = key.split(' ') as [string, string];
    const figures = {
      downloadBitsPerSecond: figureOf(group.map(({ download }) => download?.bitsPerSecond)),
      uploadBitsPerSecond: figureOf(group.map(({ upload }) => upload?.bitsPerSecond)),
      latencyMs: figureOf(group.map(({ latency }) => latency.idle?.medianMs)),
    };
    /** Within one of them a source has one vote; of two of them nobody knows whether their sources are the same. */
    const partOf = (entry: ResultEntry) => `${monthOf(entry)} ${entry.result.provinceCodes} ${entry.result.province}`;
    const parts = [...new Set(entries.map(partOf))].map((part) => entries.filter((entry) => partOf(entry) === part));
    return {
      province: asCountry ? null : area,
      period,
      month: /^\d{4}-\d\d$/.test(period) ? period : null,
      count: group.length,
      suppressed: false,
      medianDownloadBitsPerSecond: figures.downloadBitsPerSecond?.median ?? null,
      medianUploadBitsPerSecond: figures.uploadBitsPerSecond?.median ?? null,
      medianLatencyMs: figures.latencyMs?.median ?? null,
      ipv6Share:
        probed.length === 0 ? null : probed.filter(({ ipv6 }) => ipv6.ability === 'works').length / probed.length,
      ipv6Paired: pairedOf(group),
      figures,
      verdict: verdictOn({
        votes: group.length,
        sources: Math.max(...parts.map((part) => part.filter(({ sourceKey }) => sourceKey !== null).length)),
        topSiteVotes: mostOf(group.map(({ site }) => site)),
        topSourceVotes: parts.length,
        isOneAccessKind: [
          ['wifi', 'cable'],
          ['4g', '5g'],
        ].some((kind) => group.every(({ access }) => kind.includes(access ?? ''))),
      }),
    };
  });
};
