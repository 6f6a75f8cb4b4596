import { FIRST_BIN, LAST_BIN, lowerEdge, ZERO_BIN } from '../statistics/histogram.ts';
import { MEASURES } from '../statistics/tally.ts';
import { MEASURE_COLUMNS } from './cell-row.ts';

// SQL in the common subset of SQLite and PostgreSQL. Migrations run these statements: they may change only in what they do faster.

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

const KEY_OF_VOTE = `province, month, coalesce(province_codes, ''), context, coalesce(scope, ''), coalesce(access, ''),
  coalesce(operator_asn, 0), coalesce(ip_family, 0)`;

/** Counts all votes anew: what a migration runs that changes which rows vote. */
export const RECOUNT: readonly string[] = [
  'delete from cells',
  `insert into cells (${KEY}, site, votes, sourced, ipv6_probed, ipv6_works)
    select ${KEY_OF_VOTE}, coalesce(site, ''), count(*), count(source_key), count(ipv6_ability),
      sum(case when ipv6_ability = 'works' then 1 else 0 end)
    from results where vote = 1 group by ${ordinals(9)}`,
  'delete from cell_bins',
  ...MEASURES.map(
    (measure) => `insert into cell_bins (${KEY}, measure, bin, votes)
      select ${KEY_OF_VOTE}, '${measure}',
        (select bin from bins where low <= ${MEASURE_COLUMNS[measure]} order by low desc limit 1), count(*)
      from results where vote = 1 and ${MEASURE_COLUMNS[measure]} is not null group by ${ordinals(10)}`,
  ),
];

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function ordinals(count: number): string {
  return range(1, count).join(', ');
}
