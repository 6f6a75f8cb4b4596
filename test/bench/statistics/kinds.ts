import { COLLECTOR_PATHS, progressPath, reportPagePath, reportPath } from '../../../src/protocol/endpoints.ts';
import { PROVINCES } from '../../../src/protocol/province.ts';
import { WHOLE_COUNTRY } from '../../../src/protocol/statistics.ts';
import { monthsBack } from './months-back.ts';

/** One kind of question; the address of its nth request, so that none is asked twice in a row where there is something to vary. */
export interface Kind {
  readonly name: string;
  readonly path: (n: number) => string;
}

/** What all others are held against: what any request costs on this machine at this hour. */
export const BASELINE = 'healthz';

const ACCESSES = ['fixed', 'mobile', 'wifi', 'cable', '4g', '5g'];
/** Of the three largest operators; one of their numbers stands for all of them. */
const ASNS = ['7552', '45899', '18403'];
const FAMILIES = ['4', '6'];
const SCOPES = ['exchange', 'on-net', 'overseas'];
const CODES = PROVINCES.map(([code]) => code);

const nth = <Item>(items: readonly Item[], n: number): Item => items[n % items.length]!;

/** Every kind of question that figures answer. `months` are those of the store, the newest first. */
export const kindsOf = (months: readonly string[]): Kind[] => {
  const newest = months[0] ?? '2026-01';
  const [year, month] = newest.split('-') as [string, string];
  const quarter = `${year}-Q${Math.ceil(Number(month) / 3)}`;
  const span = { from: monthsBack(newest, 11), to: newest };
  const values: Record<string, readonly string[]> = { asn: ASNS, access: ACCESSES, family: FAMILIES, scope: SCOPES };
  const at = (path: string, query: Record<string, string>) => `${path}?${new URLSearchParams(query).toString()}`;
  const filtered =
    (path: string, filters: readonly string[], fixed: Record<string, string> = {}) =>
    (n: number) =>
      at(path, { ...fixed, ...Object.fromEntries(filters.map((filter) => [filter, nth(values[filter]!, n)])) });
  const { statistics, distribution, periods } = COLLECTOR_PATHS;
  const combinations = subsetsOf(['asn', 'access', 'family', 'scope']);
  return [
    { name: BASELINE, path: () => COLLECTOR_PATHS.health },
    { name: 'no filter', path: () => statistics },
    { name: 'month', path: (n) => at(statistics, { month: nth(months, n) }) },
    { name: 'quarter', path: () => at(statistics, { period: quarter }) },
    { name: 'year', path: () => at(statistics, { period: year }) },
    { name: 'province', path: (n) => at(statistics, { province: nth(CODES, n) }) },
    { name: 'province, quarter', path: (n) => at(statistics, { province: nth(CODES, n), period: quarter }) },
    { name: 'country, quarter', path: () => at(statistics, { province: WHOLE_COUNTRY, period: quarter }) },
    ...combinations.map((filters) => ({ name: filters.join(' + '), path: filtered(statistics, filters) })),
    ...combinations.slice(-1).map((filters) => ({
      name: `${filters.join(' + ')}, quarter`,
      path: filtered(statistics, filters, { period: quarter }),
    })),
    { name: 'trend, all provinces', path: () => at(statistics, span) },
    { name: 'trend, country', path: () => at(statistics, { ...span, province: WHOLE_COUNTRY }) },
    { name: 'trend, province', path: (n) => at(statistics, { ...span, province: nth(CODES, n) }) },
    { name: 'distribution, country', path: () => at(distribution, { period: quarter }) },
    { name: 'distribution, province', path: (n) => at(distribution, { period: quarter, province: nth(CODES, n) }) },
    { name: 'periods', path: () => periods },
    { name: 'report', path: (n) => at(reportPath(nth(CODES, n)), { month: nth(months, n) }) },
    { name: 'report, page', path: (n) => at(reportPagePath(nth(CODES, n)), { month: nth(months, n) }) },
    { name: 'report, all provinces', path: (n) => at(reportPagePath(''), { month: nth(months, n) }) },
    { name: 'open data', path: () => COLLECTOR_PATHS.openData },
    { name: 'progress', path: (n) => at(progressPath(nth(CODES, n)), { asn: nth(ASNS, n) }) },
  ];
};

/** All choices of at least one, small ones first. */
const subsetsOf = <Item>(items: readonly Item[]): Item[][] =>
  items
    .reduce<Item[][]>((subsets, item) => [...subsets, ...subsets.map((subset) => [...subset, item])], [[]])
    .filter((subset) => subset.length > 0)
    .sort((a, b) => a.length - b.length);
