import { UNVERIFYING } from '../protocol/report.ts';
import { TEST_KEY, VISIT_KEY } from './funnel-rows.ts';

// SQL in the common subset of SQLite and PostgreSQL. Migrations run these statements: whoever changes them adds a migration that recounts.

const PLACE = 'province text not null, month text not null, province_codes text not null';

/** The tables of the funnel. Like the cells, rows of different provinces or months share no key. */
export const FUNNEL_TABLES: readonly string[] = [
  `create table visit_counts (${PLACE}, site text not null, version text not null, layout text not null, step text not null,
    reason text not null, visits integer not null, last_at text not null, primary key (${VISIT_KEY.join(', ')}))`,
  `create table test_counts (${PLACE}, context text not null, site text not null, attributed integer not null,
    version text not null, access text not null, asn bigint not null, fate text not null, tests integer not null,
    sourced integer not null, last_at text not null, primary key (${TEST_KEY.join(', ')}))`,
];

/** In the text of a result a flag stands in quotes; inside of a string they would be escaped. */
const flagged = (flag: string): string => `result like '%"${flag}"%'`;

/**
 * The columns that the funnel is counted by, of rows from before they were there. All scripts until then said that they were 0.1.0, or
 * another number that nobody needs to know any more.
 */
export const FATE_COLUMNS: readonly string[] = [
  'alter table results add column version text',
  'alter table results add column attributed integer not null default 0',
  'alter table results add column loss text',
  `update results set version = case when result like '%"engineVersion":"0.1.0"%' then '0.1.0' end,
    attributed = case when site is null or ${flagged('unattributed')} then 0 else 1 end,
    loss = case when counted = 1 then null
      when state <> 'verified' then case ${UNVERIFYING.map((flag) => `when ${flagged(flag)} then '${flag}'`).join(' ')} else 'unverified' end
      when outcome <> 'complete' then 'partial' when province is null then 'no-province' else 'not-valid' end`,
];

/** Counts the fates of all stored results anew; tickets, visits and months whose rows were put away are left alone. */
export const RECOUNT_FATES: readonly string[] = [
  `delete from test_counts where fate <> 'opened' and month in (select month from results)`,
  `insert into test_counts (${TEST_KEY.join(', ')}, tests, sourced, last_at)
    select coalesce(province, ''), month, coalesce(province_codes, ''), context, coalesce(site, ''), attributed,
      coalesce(version, ''), coalesce(access, ''), coalesce(operator_asn, 0),
      case when vote = 1 then 'voted' when counted = 1 then 'counted' else coalesce(loss, 'not-valid') end,
      count(*), count(source_key), max(received_at)
    from results where context <> 'monitor' group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`,
];
