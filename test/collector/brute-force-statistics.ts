import { createHash } from 'node:crypto';
import type { ResultEntry } from '../../src/collector/result-store.ts';
import type { SiteContext } from '../../src/protocol/context.ts';
import { PROVINCE_CODES } from '../../src/protocol/province.ts';
import type { Cell } from '../../src/protocol/statistics.ts';

const middleOf = (values: readonly (number | null | undefined)[]): number | null => {
  const sorted = values.filter((value) => value != null).sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  return (sorted[Math.ceil(sorted.length / 2) - 1]! + sorted[Math.floor(sorted.length / 2)]!) / 2;
};

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
    return {
      province: group[0]!.province!,
      month: key.slice(0, 7),
      count: group.length,
      suppressed: false,
      medianDownloadBitsPerSecond: middleOf(group.map(({ download }) => download?.bitsPerSecond)),
      medianUploadBitsPerSecond: middleOf(group.map(({ upload }) => upload?.bitsPerSecond)),
      medianLatencyMs: middleOf(group.map(({ latency }) => latency.idle?.medianMs)),
      ipv6Share:
        probed.length === 0 ? null : probed.filter(({ ipv6 }) => ipv6.ability === 'works').length / probed.length,
    };
  });
};
