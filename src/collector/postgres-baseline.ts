import type { Baseline } from './migrations.ts';
import { CELL_TABLE } from './cell-table.ts';

/**
 * The schema after step 6 as PostgreSQL has it, which never had the steps before. Results are kept by month: a month's partition can be
 * put away as a whole. A key of a partitioned table holds what it is partitioned by; that a test has one row in all months is the
 * store's doing ({@link import('./sql-store.ts').createSqlStore}).
 */
export const POSTGRES_BASELINE: Baseline = {
  steps: 6,
  statements: [
    `create table results (
      test_id text not null,
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
      receipt text,
      recording text,
      source_key text,
      lot text,
      counted integer not null default 0,
      validity text not null default '0',
      vote integer not null default 0,
      access text,
      operator_asn bigint,
      kiosk text,
      context text not null default 'citizen',
      ipv4_connect_ms double precision,
      ipv6_connect_ms double precision,
      commune text,
      primary key (test_id, month)
    ) partition by list (month)`,
    'create table results_other_months partition of results default',
    'create index results_by_source on results (month, province, source_key, lot)',
    'create index results_by_point on results (point_id, received_at)',
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
    'create table marks (name text primary key, value text not null)',
    ...CELL_TABLE,
  ],
};
