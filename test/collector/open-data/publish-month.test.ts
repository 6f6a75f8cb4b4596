import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { closesAt, publishMonth } from '../../../src/collector/open-data/publish-month.ts';
import { recomputeMonth } from '../../../src/collector/open-data/recompute-month.ts';
import { RESULT_COLUMNS } from '../../../src/collector/open-data/result-columns.ts';
import { headerOf, TABLES } from '../../../src/collector/open-data/tables.ts';
import { MIN_CELL_VOTES } from '../../../src/protocol/statistics.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { monthEntries } from './month-entries.ts';
import { LATER, published, storeOf } from './published.ts';

const MONTH = '2026-09';
const entries = monthEntries(MONTH, 1200);
const store = await storeOf([...entries, ...monthEntries('2026-08', 30)]);
const folder = await published(store, MONTH);
const read = (name: string): Record<string, string>[] =>
  parse(readFileSync(join(folder, name)), { columns: true, bom: true });

describe('a published month', () => {
  it('is CSV that others read, with the columns that its dictionary and its metadata describe', () => {
    const dictionary = read('dictionary.csv');
    const metadata = JSON.parse(readFileSync(join(folder, 'metadata.json'), 'utf8')) as {
      tables: { url: string; tableSchema: { columns: { name: string }[] } }[];
      notes: [{ rows: Record<string, number> }];
    };
    for (const table of TABLES) {
      const rows = read(table.file);
      assert.ok(rows.length > 0, table.file);
      assert.equal(rows.length, metadata.notes[0].rows[table.file]);
      const names = headerOf(table);
      assert.deepEqual(Object.keys(rows[0]!), names);
      const described = metadata.tables.find(({ url }) => url === table.file)!.tableSchema.columns;
      assert.deepEqual(
        described.map(({ name }) => name),
        names,
      );
      const explained = dictionary.filter(({ file }) => file === table.file);
      assert.deepEqual(
        explained.map(({ column }) => column),
        names,
      );
      for (const { vi, en } of explained) assert.ok(vi !== '' && en !== '');
    }
  });

  it('is Parquet of the same rows, with types that need no guessing', async () => {
    const file = await asyncBufferFromFile(join(folder, 'results.parquet'));
    const metadata = await parquetMetadataAsync(file);
    const typeOf = (name: string) => {
      const { type, converted_type } = metadata.schema.find((each) => each.name === name)!;
      return [type, converted_type];
    };
    assert.deepEqual(typeOf('province'), ['BYTE_ARRAY', 'UTF8']);
    assert.deepEqual(typeOf('day'), ['INT32', 'DATE']);
    assert.deepEqual(typeOf('vote'), ['BOOLEAN', undefined]);
    assert.deepEqual(typeOf('operator_asn'), ['INT64', undefined]);
    assert.deepEqual(typeOf('latency_ms'), ['DOUBLE', undefined]);
    const province = metadata.row_groups[0]!.columns.find(
      ({ meta_data }) => meta_data!.path_in_schema[0] === 'province',
    );
    assert.ok(province!.meta_data!.encodings.includes('RLE_DICTIONARY'));
    assert.equal(metadata.key_value_metadata!.find(({ key }) => key === 'month')!.value, MONTH);
    const rows = await parquetReadObjects({ file });
    const text = (value: string | number | bigint | boolean | Date | null) =>
      value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '');
    assert.deepEqual(
      rows.map((row) => RESULT_COLUMNS.map(({ name }) => text(row[name] as Parameters<typeof text>[0]))),
      read('results.csv').map((row) => RESULT_COLUMNS.map(({ name }) => row[name])),
    );
  });

  it('has checksums that sha256sum agrees with, of every file', () => {
    const said = execFileSync('sha256sum', ['-c', 'checksums.txt'], { cwd: folder, encoding: 'utf8' });
    const names = readdirSync(folder).filter((name) => name !== 'checksums.txt');
    assert.deepEqual(said.trim().split('\n').sort(), names.map((name) => `${name}: OK`).sort());
  });

  it('has nothing by which a result could be looked up or its person told', () => {
    const all = readdirSync(folder)
      .filter((name) => name.startsWith('results') || name.startsWith('cells'))
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join();
    for (const { result, sourceKey } of entries) {
      assert.ok(!all.includes(result.testId));
      if (sourceKey !== null) assert.ok(!all.includes(sourceKey));
    }
    for (const secret of ['hanoi.gov.vn', '03:04:05', '03:04:35', 'a.b.c']) assert.ok(!all.includes(secret), secret);
  });

  it('can be read and recomputed whatever somebody wrote for a version', async () => {
    const foul = ['=cmd|x', '-1+1', '@x', 'a,b', 'a"b', 'a\nb', 'x'.repeat(5000), ''];
    const wrong = entries.slice(0, 300).map((entry, i) => {
      const text = foul[i] ?? '0.1.0';
      return { ...entry, result: { ...entry.result, engineVersion: text, estimatorVersion: i % 2 ? text : '3' } };
    });
    const there = await published(await storeOf(wrong), MONTH);
    assert.deepEqual((await recomputeMonth(there)).complaints, []);
    const rows: Record<string, string>[] = parse(readFileSync(join(there, 'results.csv')), { columns: true });
    assert.deepEqual([...new Set(rows.map((row) => row['engine_version']))].sort(), ['', '0.1.0']);
    assert.deepEqual([...new Set(rows.map((row) => row['estimator_version']))].sort(), ['', '0.1.0', '3']);
  });

  it('says of every result whether it is a vote, and if not, why', () => {
    const rows = read('results.csv');
    for (const { vote, not_vote_because } of rows) assert.equal(vote === 'true', not_vote_because === '');
    for (const reason of ['another-of-its-source', 'unverified', 'disagrees', 'partial', 'no-province', 'monitor'])
      assert.ok(
        rows.some((row) => row['not_vote_because'] === reason),
        reason,
      );
    const lost = entries.length - rows.length;
    assert.ok(lost >= 0 && lost < MIN_CELL_VOTES, `${lost}`);
  });

  it('tells no cell, no site and no figure of fewer than ten votes', () => {
    for (const name of ['cells.csv', 'sites.csv'])
      for (const { votes } of read(name)) assert.ok(Number(votes) >= MIN_CELL_VOTES);
    const figures = read('figures.csv');
    for (const { votes, withheld } of figures) assert.equal(withheld === '', Number(votes) >= MIN_CELL_VOTES);
    assert.ok(
      figures.some(({ withheld }) => withheld === 'few') && figures.some(({ withheld }) => withheld === 'parts'),
    );
  });

  it('is the same to the byte when it is published again, also from a store that took the results in another order', async () => {
    const other = await storeOf([...entries].reverse());
    for (const again of [await published(store, MONTH), await published(other, MONTH)])
      for (const name of readdirSync(folder))
        assert.ok(readFileSync(join(folder, name)).equals(readFileSync(join(again, name))), name);
  });
});

describe('publishMonth', () => {
  const publish = (month: string, change: { now?: number; outDir?: string } = {}) =>
    publishMonth(store, { month, outDir: temporaryFolder(), licence: 'CC-BY-4.0', now: LATER, ...change });

  it('refuses a month that results may still come into, and says from when on it will not', async () => {
    assert.equal(closesAt('2026-09'), Date.parse('2026-10-08T00:00:00+07:00'));
    await assert.rejects(publish('2026-11'), /2026-11 is not closed.*from 2026-12-08 on/);
    await assert.rejects(publish('2026-09', { now: closesAt('2026-09') - 1 }), /not closed/);
    await publish('2026-09', { now: closesAt('2026-09') });
  });

  it('refuses a month without a result, and leaves nothing behind', async () => {
    const outDir = temporaryFolder();
    await assert.rejects(publish('2026-07', { outDir }), /no results of 2026-07/);
    assert.deepEqual(readdirSync(outDir), []);
  });

  it('replaces an older edition as a whole', async () => {
    const outDir = temporaryFolder();
    cpSync(folder, join(outDir, MONTH, 'left-over'), { recursive: true });
    const { folder: renewed } = await publish(MONTH, { outDir });
    assert.deepEqual(readdirSync(outDir), [MONTH]);
    assert.ok(!existsSync(join(renewed, 'left-over')));
  });
});

describe('a month of simulated results', () => {
  it('says so in the name of every table, in what stands beside them, and can be recomputed like any other', async () => {
    const simulated = await storeOf([]);
    await simulated.fillSimulated({ told: 'for a test', entries: monthEntries(MONTH, 300) });
    const there = await published(simulated, MONTH);
    const tables = readdirSync(there).filter((name) => /results|cells|histograms|sites|evidence|figures/.test(name));
    assert.equal(tables.length, TABLES.length + 1);
    for (const name of tables) assert.ok(name.startsWith('simulated-'), name);
    const readme = readFileSync(join(there, 'README.md'), 'utf8');
    assert.ok(readme.includes('DỮ LIỆU MÔ PHỎNG') && readme.includes('SIMULATED DATA'));
    assert.equal((JSON.parse(readFileSync(join(there, 'metadata.json'), 'utf8')) as Noted).notes[0].simulated, true);
    assert.deepEqual((await recomputeMonth(there)).complaints, []);
  });
});

interface Noted {
  readonly notes: readonly [{ readonly simulated: boolean }];
}
