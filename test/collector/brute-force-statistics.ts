import { createHash } from 'node:crypto';
import { quantile } from '../../src/estimator/statistics.ts';
import { outerRank } from '../../src/statistics/median-interval.ts';
import { verdictOn } from '../../src/statistics/verdict.ts';
import type { ResultEntry } from '../../src/collector/result-store.ts';
import type { SiteContext } from '../../src/protocol/context.ts';
import { PROVINCE_CODES } from '../../src/protocol/province.ts';
import type { Cell, Figure } from '../../src/protocol/statistics.ts';

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

const monthOf = ({ result }: ResultEntry): string =>
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

/** The exact figures of one context by loops over everything: slow, and plain to see that it is right. */
export const bruteForceStatistics = (votes: readonly ResultEntry[], wanted: SiteContext = 'citizen'): Cell[] => {
  const groups = new Map<string, ResultEntry[]>();
  for (const entry of votes) {
    const { context, province, provinceCodes } = entry.result;
    if (context !== wanted || province === null || provinceCodes !== PROVINCE_CODES) continue;
    const key = `${monthOf(entry)} ${province}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.keys()].sort().map((key) => {
    const group = groups.get(key)!.map(({ result }) => result);
    const probed = group.filter(({ ipv6 }) => ipv6.ability !== null);
    const figures = {
      downloadBitsPerSecond: figureOf(group.map(({ download }) => download?.bitsPerSecond)),
      uploadBitsPerSecond: figureOf(group.map(({ upload }) => upload?.bitsPerSecond)),
      latencyMs: figureOf(group.map(({ latency }) => latency.idle?.medianMs)),
    };
    return {
      province: group[0]!.province!,
      month: key.slice(0, 7),
      count: group.length,
      suppressed: false,
      medianDownloadBitsPerSecond: figures.downloadBitsPerSecond?.median ?? null,
      medianUploadBitsPerSecond: figures.uploadBitsPerSecond?.median ?? null,
      medianLatencyMs: figures.latencyMs?.median ?? null,
      ipv6Share:
        probed.length === 0 ? null : probed.filter(({ ipv6 }) => ipv6.ability === 'works').length / probed.length,
      figures,
      verdict: verdictOn({
        votes: group.length,
        sources: groups.get(key)!.filter(({ sourceKey }) => sourceKey !== null).length,
        topSiteVotes: mostOf(group.map(({ site }) => site)),
        topSourceVotes: 1,
        isOneAccessKind: [
          ['wifi', 'cable'],
          ['4g', '5g'],
        ].some((kind) => group.every(({ access }) => kind.includes(access ?? ''))),
      }),
    };
  });
};
