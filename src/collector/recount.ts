import { FIRST_BIN, LAST_BIN, lowerEdge, ZERO_BIN } from '../statistics/histogram.ts';
import { MEASURES } from '../statistics/tally.ts';
import { ALL, ALL_ACCESSES, MEASURE_COLUMNS } from './cell-row.ts';

// SQL in the common subset of SQLite and PostgreSQL. Migrations run these statements: whoever changes them adds a migration that recounts.

const KEY_COLUMNS = `province text not null, month text not null, province_codes text not null, context text not null,
  scope text not null, access text not null, asn bigint not null, ip_family integer not null`;
const KEY = 'province, month, province_codes, context, scope, access, asn, ip_family';

/** The tables of figures. A later month's or another province's rows share no key: they can be kept apart, on other machines, too. */
export const CELL_TABLES: readonly string[] = [
  'create table bins (bin integer primary key, low double precision not null unique)',
  `insert into bins (bin, low) values ${[ZERO_BIN, ...range(FIRST_BIN, LAST_BIN)].map((bin) => `(${bin}, ${lowerEdge(bin)})`).join(', ')}`,
  `create table cells (${KEY_COLUMNS}, site text not null, votes integer not null, sourced integer not null,
    ipv6_probed integer not null, ipv6_works integer not null, primary key (${KEY}, site))`,
  `create table cell_bins (${KEY_COLUMNS}, measure text not null, bin integer not null, votes integer not null,
    primary key (${KEY}, measure, bin))`,
];

/** Where sums are looked for: all provinces of a month, all months. */
export const CELL_INDEXES: readonly string[] = [
  'create index cells_by_stratum on cells (scope, month, province)',
  'create index cell_bins_by_stratum on cell_bins (scope, access, month, province)',
];

/** `access`: a column, or the mark that stands for all of them. */
const summedOver = (access: string) => `'${ALL.scope}', ${access}, ${ALL.asn}, ${ALL.ip_family}`;

const KEY_OF_VOTE = `province, month, coalesce(province_codes, ''), context, coalesce(scope, ''), coalesce(access, ''),
  coalesce(operator_asn, 0), coalesce(ip_family, 0)`;

/** Counts all votes anew: what a migration runs that changes which rows vote. */
export const RECOUNT: readonly string[] = [
  'delete from cells',
  `insert into cells (${KEY}, site, votes, sourced, ipv6_probed, ipv6_works)
    select ${KEY_OF_VOTE}, coalesce(site, ''), count(*), count(source_key), count(ipv6_ability),
      sum(case when ipv6_ability = 'works' then 1 else 0 end)
    from results where vote = 1 group by ${ordinals(9)}`,
  `insert into cells (${KEY}, site, votes, sourced, ipv6_probed, ipv6_works)
    select province, month, province_codes, context, ${summedOver('access')}, site, sum(votes), sum(sourced), sum(ipv6_probed), sum(ipv6_works)
    from cells group by province, month, province_codes, context, access, site`,
  'delete from cell_bins',
  ...MEASURES.map(
    (measure) => `insert into cell_bins (${KEY}, measure, bin, votes)
      select ${KEY_OF_VOTE}, '${measure}',
        (select bin from bins where low <= ${MEASURE_COLUMNS[measure]} order by low desc limit 1), count(*)
      from results where vote = 1 and ${MEASURE_COLUMNS[measure]} is not null group by ${ordinals(10)}`,
  ),
  ...['access', `'${ALL_ACCESSES}'`].map(
    (access) => `insert into cell_bins (${KEY}, measure, bin, votes)
      select province, month, province_codes, context, ${summedOver(access)}, measure, bin, sum(votes)
      from cell_bins where scope <> '${ALL.scope}' group by ${ordinals(10)}`,
  ),
];

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function ordinals(count: number): string {
  return range(1, count).join(', ');
}
