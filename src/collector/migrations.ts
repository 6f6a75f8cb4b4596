import { type Kysely, sql } from 'kysely';
import { SettingError } from '../node/environment.ts';
import { backfillConnectTimes } from './backfill-connect-times.ts';
import { CELL_TABLE } from './cell-table.ts';
import { inTransaction } from './in-transaction.ts';
import { recount } from './recount.ts';
import type { Tables } from './result-row.ts';
import { FATE_COLUMNS, FUNNEL_TABLES, RECOUNT_FATES } from './recount-funnel.ts';

/**
 * One step forward. Steps are never edited once they were released, only added; SQL in the common subset of SQLite and PostgreSQL, or what
 * that cannot say.
 */
type Migration = readonly (string | ((database: Kysely<Tables>) => Promise<void>))[];

/** What a new database begins with instead of the first `steps`: a schema that equals theirs. */
export interface Baseline {
  readonly steps: number;
  readonly statements: readonly string[];
}

/** An index a median can be read from without touching the rows: what the figures select by, then the value in its order. */
const medianIndex = (column: string): string =>
  `create index results_by_${column} on results (state, outcome, province_codes, month, province, ${column})`;

/** The same of the votes alone. */
const voteIndex = (column: string): string =>
  `create index votes_by_${column} on results (vote, province_codes, month, province, ${column})`;

/** The same, from which an operator's can be told without touching the rows either. */
const operatorIndex = (column: string): string =>
  `create index votes_by_${column} on results (vote, province_codes, month, province, ${column}, operator_asn)`;

const MEASURES = ['download_bps', 'upload_bps', 'latency_ms', 'ipv6_ability'] as const;

export const MIGRATIONS: readonly Migration[] = [
  [
    `create table results (
      test_id text primary key,
      body_hash text not null,
      received_at text not null,
      month text not null,
      province text,
      province_codes text,
      site text,
      plan text,
      state text not null,
      outcome text not null,
      point_id text,
      scope text,
      ip_family integer,
      ipv6_ability text,
      download_bps double precision,
      upload_bps double precision,
      latency_ms double precision,
      consent_version text,
      result text not null,
      receipt text
    )`,
    medianIndex('download_bps'),
    medianIndex('upload_bps'),
    medianIndex('latency_ms'),
    medianIndex('ipv6_ability'),
  ],
  // One source, one vote: the figures are those of the votes.
  [
    'alter table results add column recording text',
    'alter table results add column source_key text',
    'alter table results add column lot text',
    'alter table results add column counted integer not null default 0',
    `alter table results add column validity text not null default '0'`,
    'alter table results add column vote integer not null default 0',
    `update results set counted = 1, vote = 1 where state = 'verified' and outcome = 'complete' and province is not null`,
    ...MEASURES.flatMap((column) => [`drop index results_by_${column}`, voteIndex(column)]),
    'create index results_by_source on results (month, province, source_key, lot)',
    'create index results_by_point on results (point_id, received_at)',
  ],
  // How people say that they are connected, the kiosk, and figures of one operator. Scheduled runs count no more (validity 2): a source
  // that one of them stood for votes by the next of its results. `"context":` stands in the text of a result once: inside of a string
  // its quotes would be escaped.
  [
    'alter table results add column access text',
    'alter table results add column operator_asn bigint',
    'alter table results add column kiosk text',
    `update results set counted = 0, vote = 0 where result like '%"context":"monitor"%'`,
    `update results set vote = 1 where counted = 1 and source_key is not null and not exists (
      select 1 from results rival where rival.counted = 1 and rival.month = results.month
        and rival.province = results.province and rival.source_key = results.source_key and rival.lot < results.lot)`,
    `update results set validity = '2'`,
    ...MEASURES.flatMap((column) => [`drop index votes_by_${column}`, operatorIndex(column)]),
    `create table kiosk_days (
      site text not null,
      day text not null,
      kiosk text not null,
      beats integer not null,
      last_seen text not null,
      version text not null,
      last_failure text,
      results integer not null,
      primary key (site, day, kiosk)
    )`,
  ],
  // Figures are read from histograms. Contexts draw their votes apart: who had the vote of all has it in its own, and some get one.
  // The tables of figures that this step and the next one made are left out: step 6 drops them where they are.
  [
    `alter table results add column context text not null default 'citizen'`,
    ...['kiosk', 'office', 'campaign', 'monitor'].map(
      (context) => `update results set context = '${context}' where result like '%"context":"${context}"%'`,
    ),
    `update results set vote = 1 where counted = 1 and source_key is not null and not exists (
      select 1 from results rival where rival.counted = 1 and rival.month = results.month
        and rival.province = results.province and rival.source_key = results.source_key
        and rival.province_codes = results.province_codes and rival.context = results.context and rival.lot < results.lot)`,
    ...MEASURES.map((column) => `drop index votes_by_${column}`),
  ],
  [],
  // Figures of every filter are read from few rows. How long connections of both families took; communes; marks of the whole store.
  [
    'alter table results add column ipv4_connect_ms double precision',
    'alter table results add column ipv6_connect_ms double precision',
    'alter table results add column commune text',
    backfillConnectTimes,
    'create table marks (name text primary key, value text not null)',
    'drop table if exists cell_bins',
    'drop table if exists cells',
    'drop table if exists bins',
    ...CELL_TABLE,
    recount,
  ],
  // How far visits and tests came, for the provinces' reports.
  [...FATE_COLUMNS, ...FUNNEL_TABLES, ...RECOUNT_FATES],
  // A month's results are read in order, a page at a time, for open data.
  ['create index results_by_month on results (month, test_id)'],
];

/**
 * Brings a database, new or old, to the newest step. `begin` must be a statement that starts a transaction and lets one process at a time
 * through; whoever comes second finds the work done.
 */
export const migrate = async <Schema>(
  database: Kysely<Schema>,
  {
    begin,
    steps = MIGRATIONS,
    baseline = { steps: 0, statements: [] },
  }: { readonly begin: string; readonly steps?: readonly Migration[]; readonly baseline?: Baseline },
): Promise<void> =>
  inTransaction(database, begin, async (connection) => {
    const run = async (statements: Migration) => {
      for (const statement of statements)
        await (typeof statement === 'string'
          ? sql.raw(statement).execute(connection)
          : statement(connection as unknown as Kysely<Tables>));
    };
    await run(['create table if not exists migrations (step integer primary key)']);
    const { rows } = await sql<{ done: number | null }>`select max(step) as done from migrations`.execute(connection);
    let done = rows[0]?.done ?? 0;
    if (done > steps.length)
      throw new SettingError('The results were written by a newer version of the collector. Start that version.');
    const note = () => sql`insert into migrations (step) values (${++done})`.execute(connection);
    if (done === 0) await run(baseline.statements);
    while (done < baseline.steps) await note();
    for (const statements of steps.slice(done)) {
      await run(statements);
      await note();
    }
  });
