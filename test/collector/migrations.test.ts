import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Kysely, sql, SqliteDialect } from 'kysely';
import Database from 'libsql';
import { migrate, MIGRATIONS } from '../../src/collector/migrations.ts';
import { openSqliteStore } from '../../src/collector/sqlite-store.ts';
import { histogramOf } from '../../src/statistics/histogram.ts';
import { cellOf } from '../../src/statistics/tally.ts';
import { assertNear } from './near.ts';
import { temporaryFolder } from './temporary-folder.ts';

const begin = 'begin immediate';
const folder = temporaryFolder();
const openDatabase = () =>
  new Kysely<unknown>({ dialect: new SqliteDialect({ database: new Database(join(folder, randomUUID())) }) });
const schemaOf = async (database: Kysely<unknown>) =>
  (
    await sql<{ sql: string | null }>`select sql from sqlite_master where name <> 'migrations' order by name`.execute(
      database,
    )
  ).rows;

const FIRST = ['create table plants (name text primary key)'];
const SECOND = ['alter table plants add column height integer', "update plants set height = 0 where name = 'rice'"];

describe('migrate', () => {
  it('brings a new database and an old one to the same schema, and keeps what the old one holds', async () => {
    const [fresh, old] = [openDatabase(), openDatabase()];
    await migrate(fresh, { begin, steps: [FIRST, SECOND] });
    await migrate(old, { begin, steps: [FIRST] });
    await sql`insert into plants (name) values ('rice')`.execute(old);
    await migrate(old, { begin, steps: [FIRST, SECOND] });
    assert.deepEqual(await schemaOf(old), await schemaOf(fresh));
    assert.deepEqual((await sql`select * from plants`.execute(old)).rows, [{ name: 'rice', height: 0 }]);
    await Promise.all([fresh.destroy(), old.destroy()]);
  });

  it('counts the results of a store from before there were votes', async () => {
    const file = join(folder, randomUUID());
    const old = new Kysely<unknown>({ dialect: new SqliteDialect({ database: new Database(file) }) });
    await migrate(old, { begin, steps: MIGRATIONS.slice(0, 1) });
    const columns = `test_id, body_hash, received_at, month, province, province_codes, state, outcome, download_bps, result`;
    for (const [id, state, rate] of [
      ['one', 'verified', 50e6],
      ['two', 'verified', 70e6],
      ['three', 'disagrees', 900e6],
    ] as const)
      await sql`insert into results (${sql.raw(columns)}) values (${id}, 'hash', '2026-11-22T03:04:30.000Z', '2026-11',
        '01', 'VN-2025', ${state}, 'complete', ${rate}, '{}')`.execute(old);
    await old.destroy();
    const store = await openSqliteStore(file);
    const [tally] = await store.tallies({ month: null, province: null });
    await store.close();
    assert.equal(tally!.votes, 2);
    assertNear(cellOf(tally!).medianDownloadBitsPerSecond, 60e6);
  });

  it('takes scheduled runs back from a store that counted them, and gives their vote to the next of their source', async () => {
    const file = join(folder, randomUUID());
    const old = new Kysely<unknown>({ dialect: new SqliteDialect({ database: new Database(file) }) });
    await migrate(old, { begin, steps: MIGRATIONS.slice(0, 2) });
    const columns = `test_id, body_hash, received_at, month, province, province_codes, state, outcome, download_bps, result,
      source_key, lot, counted, validity, vote`;
    const text = (context: string, point = 'Hà Nội') => JSON.stringify({ point, context });
    for (const [id, rate, result, source, lot, vote] of [
      ['scheduled', 900e6, text('monitor'), 'one', 'a', 1],
      ['second', 50e6, text('citizen'), 'one', 'b', 0],
      ['third', 60e6, text('citizen'), 'one', 'c', 0],
      ['other', 70e6, text('kiosk', '"context":"monitor"'), 'other', 'd', 1],
      ['unknown', 80e6, text('citizen'), null, 'e', 1],
    ] as const)
      await sql`insert into results (${sql.raw(columns)}) values (${id}, 'hash', '2026-11-22T03:04:30.000Z', '2026-11',
        '01', 'VN-2025', 'verified', 'complete', ${rate}, ${result}, ${source}, ${lot}, 1, '1', ${vote})`.execute(old);
    await old.destroy();
    await (await openSqliteStore(file)).close();
    const now = new Kysely<unknown>({ dialect: new SqliteDialect({ database: new Database(file) }) });
    const { rows } = await sql<object>`select test_id, counted, vote, validity, access, operator_asn, kiosk from results
      order by lot`.execute(now);
    await now.destroy();
    const unknown = { validity: '2', access: null, operator_asn: null, kiosk: null };
    assert.deepEqual(
      rows.map((row) => ({ ...row })),
      [
        { test_id: 'scheduled', counted: 0, vote: 0, ...unknown },
        { test_id: 'second', counted: 1, vote: 1, ...unknown },
        { test_id: 'third', counted: 1, vote: 0, ...unknown },
        { test_id: 'other', counted: 1, vote: 1, ...unknown },
        { test_id: 'unknown', counted: 1, vote: 1, ...unknown },
      ],
    );
  });

  it('fills the histograms of a store from before there were any, and lets contexts draw apart', async () => {
    const file = join(folder, randomUUID());
    const old = new Kysely<unknown>({ dialect: new SqliteDialect({ database: new Database(file) }) });
    await migrate(old, { begin, steps: MIGRATIONS.slice(0, 3) });
    const columns = `test_id, body_hash, received_at, month, province, province_codes, state, outcome, scope, site, access,
      operator_asn, ip_family, ipv6_ability, download_bps, latency_ms, result, source_key, lot, counted, validity, vote`;
    const text = (context: string | null) => JSON.stringify(context === null ? { point: null } : { context });
    for (const [id, context, rate, source, vote, counted] of [
      ['a', 'citizen', 50e6, 'one', 1, 1],
      ['b', 'kiosk', 90e6, 'one', 0, 1],
      ['c', 'kiosk', 95e6, 'one', 0, 1],
      ['d', 'citizen', 60e6, 'one', 0, 1],
      ['e', null, 70e6, null, 1, 1],
      ['f', 'monitor', 900e6, 'one', 0, 0],
    ] as const)
      await sql`insert into results (${sql.raw(columns)}) values (${id}, 'hash', '2026-11-22T03:04:30.000Z', '2026-11',
        '01', 'VN-2025', 'verified', 'complete', 'exchange', null, null, null, 6, 'works', ${rate}, 20, ${text(context)},
        ${source}, ${id}, ${counted}, '2', ${vote})`.execute(old);
    await old.destroy();
    const store = await openSqliteStore(file);
    const of = async (context: 'citizen' | 'kiosk' | 'monitor') =>
      (await store.tallies({ month: null, province: null, context })).map(({ votes, ipv6Works, histograms }) => {
        const { download, upload, latency } = histograms;
        return { votes, ipv6Works, download, upload, latency };
      });
    const latency = (votes: number) => histogramOf(Array.from({ length: votes }, () => 20));
    assert.deepEqual(await of('citizen'), [
      { votes: 2, ipv6Works: 2, download: histogramOf([50e6, 70e6]), upload: histogramOf([]), latency: latency(2) },
    ]);
    assert.deepEqual(await of('kiosk'), [
      { votes: 1, ipv6Works: 1, download: histogramOf([90e6]), upload: histogramOf([]), latency: latency(1) },
    ]);
    assert.deepEqual(await of('monitor'), []);
    await store.close();
  });

  it('rebuilds the figures of a store of step 5, and tells how long connections took by its results', async () => {
    const file = join(folder, randomUUID());
    const old = new Kysely<unknown>({ dialect: new SqliteDialect({ database: new Database(file) }) });
    const key = `province text, month text, province_codes text, context text, scope text, access text, asn bigint, ip_family integer`;
    await migrate(old, {
      begin,
      steps: [
        ...MIGRATIONS.slice(0, 4),
        // What steps 4 and 5 made before step 6 was there, in short.
        [
          `create table cells (${key}, site text, votes integer, primary key (province, month, scope, site))`,
          `create table cell_bins (${key}, measure text, bin integer, votes integer, primary key (province, month, scope, measure, bin))`,
          'create index cells_by_stratum on cells (scope, month, province)',
          `insert into cells (province, month, votes) values ('48', '2026-11', 7)`,
        ],
      ],
    });
    const columns = `test_id, body_hash, received_at, month, province, province_codes, state, outcome, download_bps, result,
      source_key, lot, counted, validity, vote`;
    const text = (connectMs4: number | null, connectMs6: number | null) =>
      JSON.stringify({ ipv6: { ability: 'works', connectMs4, connectMs6, preferred: 6 } });
    for (const [id, result] of [
      ['both', text(40, 30)],
      ['only', text(50, null)],
      ['none', text(null, null)],
      ['older', '{}'],
    ] as const)
      await sql`insert into results (${sql.raw(columns)}) values (${id}, 'hash', '2026-11-22T03:04:30.000Z', '2026-11',
        '01', 'VN-2025', 'verified', 'complete', 50000000, ${result}, ${id}, ${id}, 1, '2', 1)`.execute(old);
    await old.destroy();
    const store = await openSqliteStore(file);
    const tallies = await store.tallies({ month: null, province: null });
    assert.deepEqual(
      tallies.map(({ province, votes, sources }) => [province, votes, sources]),
      [['01', 4, 4]],
    );
    assert.deepEqual(
      (['ipv4Connect', 'ipv6Connect', 'ipv6Ratio'] as const).map((measure) => tallies[0]!.histograms[measure]),
      [40, 30, 0.75].map((value) => histogramOf([value])),
    );
    await store.close();
    const now = new Kysely<unknown>({ dialect: new SqliteDialect({ database: new Database(file) }) });
    const { rows } = await sql<
      Record<string, number | null>
    >`select ipv4_connect_ms, ipv6_connect_ms from results order by test_id`.execute(now);
    await now.destroy();
    assert.deepEqual(
      rows.map((row) => Object.values(row)),
      [
        [40, 30],
        [null, null],
        [null, null],
        [50, null],
      ],
    );
  });

  it('does nothing the second time', async () => {
    const database = openDatabase();
    await migrate(database, { begin, steps: [FIRST] });
    await migrate(database, { begin, steps: [FIRST] });
    assert.equal((await schemaOf(database)).filter((row) => row.sql !== null).length, 1);
    await database.destroy();
  });

  it('leaves the database as it was when a step fails half-way', async () => {
    const database = openDatabase();
    await migrate(database, { begin, steps: [FIRST] });
    const before = await schemaOf(database);
    await assert.rejects(migrate(database, { begin, steps: [FIRST, [...SECOND, 'no such statement']] }));
    assert.deepEqual(await schemaOf(database), before);
    await migrate(database, { begin, steps: [FIRST, SECOND] });
    await database.destroy();
  });
});
