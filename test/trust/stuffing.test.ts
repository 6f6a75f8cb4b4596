import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { quantile } from '../../src/estimator/statistics.ts';
import { createSourceKeys } from '../../src/collector/source-keys.ts';
import { openSqliteStore } from '../../src/collector/sqlite-store.ts';
import * as v from 'valibot';
import { COLLECTOR_PATHS } from '../../src/protocol/endpoints.ts';
import { MIN_CELL_VOTES, StatisticsSchema } from '../../src/protocol/statistics.ts';
import { cellOf } from '../../src/statistics/tally.ts';
import { createBench } from '../collector/bench.ts';
import { entryWith, throughput } from '../collector/entries.ts';
import { temporaryFolder } from '../collector/temporary-folder.ts';
import { seeded } from '../estimator/line.ts';

/** 10^(1/64), from the beginning of a bin to that of the next, less 1. */
const ONE_BIN = 0.037;

/** Lines as a province has them: rates over three orders of magnitude, most between 20 and 200 Mbit/s. */
const rates = (count: number, seed: number): number[] => {
  const dice = seeded(seed);
  return Array.from({ length: count }, () => 10 ** (6.5 + 1.2 * (dice() + dice() + dice())));
};
const medianOf = async (store: Awaited<ReturnType<typeof openSqliteStore>>) => {
  const [cell] = (await store.tallies({ month: null, province: null })).map(cellOf);
  return { median: cell!.medianDownloadBitsPerSecond!, count: cell!.count };
};

describe('a source that posts a thousand results in a month', () => {
  it('has one vote: of 300, that moves the median by less than 1 %, which a histogram tells as nothing or one bin', async () => {
    for (const [seed, stuffed] of [
      [1, 900e6],
      [2, 0.1e6],
    ] as const) {
      const store = await openSqliteStore(join(temporaryFolder(), 'results.sqlite'));
      const honest = rates(300, seed);
      for (const [i, rate] of honest.entries())
        await store.insert(entryWith({ download: throughput(rate) }, { sourceKey: `home ${i}` }));
      const before = await medianOf(store);
      for (let i = 0; i < 1000; i++)
        await store.insert(entryWith({ download: throughput(stuffed) }, { sourceKey: 'stuffer' }));
      const after = await medianOf(store);
      await store.close();
      assert.deepEqual([before.count, after.count], [300, 301]);
      assert.ok(Math.abs(after.median / before.median - 1) < ONE_BIN, `${before.median} → ${after.median}`);
      const exact = [honest, [...honest, stuffed]].map((values) => quantile(values, 0.5)) as [number, number];
      assert.ok(Math.abs(exact[1] / exact[0] - 1) < 0.01, exact.join(' → '));
    }
  });

  it('cannot choose which of them is its vote by the order of posting', async () => {
    const store = await openSqliteStore(join(temporaryFolder(), 'results.sqlite'));
    const mine = Array.from({ length: 20 }, (_, i) =>
      entryWith({ download: throughput((i + 1) * 1e6) }, { sourceKey: 'one' }),
    );
    for (const entry of mine) await store.insert(entry);
    const forwards = await medianOf(store);
    const other = await openSqliteStore(join(temporaryFolder(), 'results.sqlite'));
    for (const entry of [...mine].reverse()) await other.insert(entry);
    const backwards = await medianOf(other);
    await Promise.all([store.close(), other.close()]);
    assert.deepEqual(forwards, backwards);
    assert.equal(forwards.count, 1);
  });

  it('has a vote in every province and month it measured in, and none by results that do not count', async () => {
    const store = await openSqliteStore(join(temporaryFolder(), 'results.sqlite'));
    const by = { sourceKey: 'one' };
    await store.insert(entryWith({ state: 'disagrees' }, by));
    await store.insert(entryWith({}, by));
    await store.insert(entryWith({ province: '48' }, by));
    await store.insert(entryWith({ startedAt: '2026-12-02T03:04:05.000Z' }, by));
    await store.insert(entryWith({ outcome: 'partial' }, by));
    const cells = await store.tallies({ month: null, province: null });
    await store.close();
    assert.deepEqual(
      cells.map(({ period, province, votes }) => [period, province, votes]),
      [
        ['2026-11', '01', 1],
        ['2026-11', '48', 1],
        ['2026-12', '01', 1],
      ],
    );
  });
});

describe('a cell of a few votes', () => {
  it('is published by its number alone, up to the tenth vote', async () => {
    const bench = await createBench();
    const cellAt = async () => {
      const answer = await bench.app.request(COLLECTOR_PATHS.statistics);
      return v.parse(StatisticsSchema, await answer.json()).cells[0]!;
    };
    for (let i = 1; i <= MIN_CELL_VOTES; i++) {
      await bench.store.insert(entryWith({}, { sourceKey: `home ${i}` }));
      const cell = await cellAt();
      assert.equal(cell.count, i);
      assert.equal(cell.suppressed, i < MIN_CELL_VOTES);
      for (const figure of [cell.medianDownloadBitsPerSecond, cell.medianUploadBitsPerSecond, cell.ipv6Share])
        if (cell.suppressed) assert.equal(figure, null);
      assert.equal(cell.medianDownloadBitsPerSecond !== null, !cell.suppressed);
    }
  });
});

describe('the key of a source', () => {
  const folder = temporaryFolder();
  const NOVEMBER = Date.UTC(2026, 10, 22);
  const DECEMBER = Date.UTC(2026, 11, 2);

  it('is the same for one line all month, in every process, and differs between lines', () => {
    const [one, two] = [createSourceKeys(folder), createSourceKeys(folder)];
    const key = one.keyOf('203.0.113.7', NOVEMBER);
    assert.match(key!, /^[0-9a-f]{64}$/);
    assert.equal(two.keyOf('203.0.113.7', NOVEMBER + 86_400_000), key);
    assert.equal(one.keyOf('::ffff:203.0.113.7', NOVEMBER), key);
    assert.notEqual(one.keyOf('203.0.113.8', NOVEMBER), key);
    assert.equal(one.keyOf('2001:ee0::1', NOVEMBER), one.keyOf('2001:ee0:0:ff:1:2:3:4', NOVEMBER));
    assert.notEqual(one.keyOf('2001:ee0::1', NOVEMBER), one.keyOf('2001:ee0:0:100::1', NOVEMBER));
    assert.equal(one.keyOf(null, NOVEMBER), null);
  });

  it('is another one next month, and the old secret is gone from the disk', () => {
    const keys = createSourceKeys(folder);
    const november = keys.keyOf('203.0.113.7', NOVEMBER);
    const december = keys.keyOf('203.0.113.7', DECEMBER);
    assert.notEqual(november, december);
    assert.deepEqual(readdirSync(folder), ['source-secret-2026-12']);
  });
});
