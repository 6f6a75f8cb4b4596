import { isMonth } from '../../src/protocol/period.ts';
import { PROVINCE_CODES, PROVINCES, type ProvinceCode } from '../../src/protocol/province.ts';
import type { Figure } from '../../src/protocol/statistics.ts';
import { shareInterval } from '../../src/statistics/share-interval.ts';
import { PROVINCE_THRESHOLDS, verdictOn } from '../../src/statistics/verdict.ts';
import type { Bar, Cell, Distribution, Periods, Statistics } from '../../src/protocol/statistics.ts';

/** Fourteen months, newest first; 2026-09 is the newest of them. */
export const MONTHS: Periods['months'] = Array.from({ length: 14 }, (_, i) => {
  const at = 2026 * 12 + 8 - i;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
});

/** Votes of a month by province, where it is not plenty. */
const VOTES: { readonly [Code in ProvinceCode]?: number } = {
  '04': 72,
  '11': 31,
  '12': 6,
  '14': 0,
  '08': 240,
  '96': 180,
};

/** Sites that have most of a province's votes. */
const DOMINATED: readonly ProvinceCode[] = ['20'];

const hash = (text: string): number =>
  Array.from(text).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) / 9973;

const figure = (median: number, votes: number, spread: number): Figure => ({
  votes,
  p10: median * 0.24,
  median,
  p90: median * 2.3,
  interval:
    votes < 6
      ? null
      : { low: median * (1 - spread / Math.sqrt(votes)), high: median * (1 + spread / Math.sqrt(votes)) },
});

/** Rates grow by 1.5 % a month; mobile lines are slower. */
const cellOf = (province: ProvinceCode | null, name: string, period: string, access: string | null): Cell => {
  const months = period.length === 7 && !period.includes('Q') ? 1 : period.length === 4 ? 12 : 3;
  const monthly = province === null ? 48_000 : (VOTES[province] ?? 300 + Math.round(3000 * hash(name)));
  const count = monthly * months;
  const age = Math.max(0, MONTHS.indexOf(period));
  const rate =
    (province === null ? 150e6 : 80e6 + 130e6 * hash(`${name}r`)) * 0.985 ** age * (access === 'mobile' ? 0.4 : 1);
  const latency = province === null ? 9 : 5 + 16 * hash(`${name}l`);
  const isDominated = province !== null && DOMINATED.includes(province);
  const verdict = verdictOn(
    {
      votes: count,
      sources: Math.round(count * 0.8),
      topSiteVotes: isDominated ? Math.round(count * 0.7) : Math.round(count * 0.2),
      topSourceVotes: 1,
      isOneAccessKind: access !== null,
    },
    PROVINCE_THRESHOLDS,
  );
  const suppressed = count < 10;
  const share = suppressed ? null : 0.35 + 0.5 * hash(`${name}6`);
  return {
    province,
    period,
    count,
    suppressed,
    ipv6Share: share,
    ipv6: share === null ? null : { votes: count, share, interval: shareInterval(Math.round(share * count), count)! },
    medianDownloadBitsPerSecond: suppressed ? null : rate,
    medianUploadBitsPerSecond: suppressed ? null : rate * 0.8,
    medianLatencyMs: suppressed ? null : latency,
    month: isMonth(period) ? period : null,
    figures: suppressed
      ? null
      : {
          downloadBitsPerSecond: figure(rate, count, 2.1),
          uploadBitsPerSecond: figure(rate * 0.8, count, 2.2),
          latencyMs: figure(latency, count, 1.4),
        },
    ipv6Paired:
      suppressed || count < 100
        ? null
        : {
            votes: Math.round(count * 0.4),
            ipv4LatencyMs: figure(latency, count, 1),
            ipv6LatencyMs: figure(latency * 0.94, count, 1),
            ratio: figure(0.94, count, 0.4),
          },
    verdict,
  };
};

export interface SampleQuery {
  readonly period?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly province?: string | null;
  readonly access?: string | null;
}

/** What a collector answers to `GET /v1/statistics` about a made-up country. */
export const sampleStatistics = ({ period, from, to, province, access = null }: SampleQuery): Statistics => {
  const periods = period
    ? [period]
    : MONTHS.filter((month) => month >= (from ?? '') && month <= (to ?? '9999')).toReversed();
  const places = PROVINCES.filter(([code]) => !province || code === province).filter(([code]) => VOTES[code] !== 0);
  return {
    cells: periods.flatMap((each) => places.map(([code, name]) => cellOf(code, name, each, access))),
    country: province && province !== 'country' ? [] : periods.map((each) => cellOf(null, 'Việt Nam', each, access)),
    simulated: true,
    provinceCodes: PROVINCE_CODES,
    validityVersion: '2',
  };
};

const barsOf = (median: number, votes: number, decades: number): Bar[] =>
  Array.from({ length: Math.round(64 * decades) }, (_, i) => {
    const low = median * 10 ** ((i - 32 * decades) / 64);
    const away = (i - 32 * decades) / (12 * decades);
    return {
      low,
      high: low * 10 ** (1 / 64),
      votes: Math.round((votes / 25 / decades) * Math.exp((-away * away) / 2)),
    };
  }).filter((bar) => bar.votes > 0);

/** And to `GET /v1/statistics/distribution`. */
export const sampleDistribution = ({ period, province, access = null }: SampleQuery): Distribution => {
  const [code, name] = PROVINCES.find(([known]) => known === province) ?? [null, 'Việt Nam'];
  const asked = { province: code, period: period ?? null };
  const { count, suppressed, figures } = cellOf(code, name, period ?? MONTHS[0]!, access);
  if (!figures) return { ...asked, count, suppressed, download: [], upload: [], latency: [] };
  return {
    ...asked,
    count,
    suppressed,
    download: barsOf(figures.downloadBitsPerSecond!.median, count, 2),
    upload: barsOf(figures.uploadBitsPerSecond!.median, count, 2),
    latency: barsOf(figures.latencyMs!.median, count, 1.4),
  };
};
