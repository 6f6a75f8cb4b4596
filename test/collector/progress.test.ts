import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import { COLLECTOR_PATHS, progressPath } from '../../src/protocol/endpoints.ts';
import { type Figures, ProgressSchema, VOTES_NEEDED } from '../../src/protocol/progress.ts';
import type { ProvinceCode } from '../../src/protocol/province.ts';
import type { StoredResult } from '../../src/protocol/submission.ts';
import { type Bench, createBench, problemOf, START } from './bench.ts';
import { entryWith, throughput } from './entries.ts';
import { honestRun } from './honest-run.ts';
import { assertNear } from './near.ts';

const VIETTEL = { asn: 7552, name: 'Viettel' };
const OCTOBER = '2026-10-15T03:04:05.000Z';
const NOVEMBER = '2026-11-15T03:04:05.000Z';
const idle = (medianMs: number): StoredResult['latency'] => ({
  idle: { medianMs, minMs: 0, p95Ms: 0, jitterMs: null, samples: 20 },
  download: null,
  upload: null,
  rpm: null,
});

/** `count` votes whose rates are 1, 2, 3 … Mbit/s down, a tenth of it up, and as many milliseconds. */
const vote = async ({ store }: Bench, count: number, change: Partial<StoredResult> = {}): Promise<void> => {
  for (let i = 1; i <= count; i++)
    await store.insert(
      entryWith({ download: throughput(i * 1e6), upload: throughput(i * 1e5), latency: idle(i), ...change }),
    );
};
const ask = async ({ app }: Bench, province: ProvinceCode, query = '') => {
  const answer = await app.request(progressPath(province) + query);
  assert.equal(answer.status, 200);
  return v.parse(v.strictObject(ProgressSchema.entries), await answer.json());
};
const ofMonth = (month: string, votes: number) => ({
  month,
  votes,
  medianDownloadBitsPerSecond: ((votes + 1) / 2) * 1e6,
  medianUploadBitsPerSecond: ((votes + 1) / 2) * 1e5,
  medianLatencyMs: (votes + 1) / 2,
});

/** Figures come from histograms. */
const assertFigures = (figures: Figures | null, exact: Figures): void => {
  assert.deepEqual([figures?.month, figures?.votes], [exact.month, exact.votes]);
  for (const name of ['medianDownloadBitsPerSecond', 'medianUploadBitsPerSecond', 'medianLatencyMs'] as const)
    assertNear(figures![name], exact[name], name);
};

describe('GET /v1/provinces/{province}/progress', () => {
  it('says of a province without any result that everything is missing', async () => {
    assert.deepEqual(await ask(await createBench(), '48'), {
      provinceCodes: 'VN-2025',
      province: '48',
      month: '2026-11',
      votes: 0,
      needed: VOTES_NEEDED,
      missing: VOTES_NEEDED,
      figures: null,
      operator: null,
    });
  });

  it('counts the citizens’ votes of that province in the running month, and gives its figures from the hundredth on', async () => {
    const bench = await createBench();
    await vote(bench, 99, { startedAt: NOVEMBER, province: '48' });
    await vote(bench, 3, { startedAt: NOVEMBER, province: '01' });
    for (const context of ['monitor', 'kiosk', 'office', 'campaign'] as const)
      await vote(bench, 3, { startedAt: NOVEMBER, province: '48', context });
    const before = await ask(bench, '48');
    assert.deepEqual([before.votes, before.missing, before.figures], [99, 1, null]);
    await vote(bench, 1, {
      startedAt: NOVEMBER,
      province: '48',
      download: throughput(100e6),
      upload: throughput(100e5),
      latency: idle(100),
    });
    const after = await ask(bench, '48');
    assert.deepEqual([after.votes, after.missing], [100, 0]);
    assertFigures(after.figures, ofMonth('2026-11', 100));
  });

  it('never lacks less than nothing', async () => {
    const bench = await createBench();
    await vote(bench, VOTES_NEEDED + 5, { province: '48' });
    assert.equal((await ask(bench, '48')).missing, 0);
  });

  it('compares with last month until this one has enough votes, and with no older one', async () => {
    const bench = await createBench();
    await vote(bench, 120, { startedAt: OCTOBER, province: '48' });
    await vote(bench, 20, { startedAt: NOVEMBER, province: '48' });
    const progress = await ask(bench, '48');
    assert.deepEqual([progress.votes, progress.missing], [20, 80]);
    assertFigures(progress.figures, ofMonth('2026-10', 120));
    bench.clock.now = Date.UTC(2026, 11, 2);
    assert.equal((await ask(bench, '48')).figures, null);
  });

  it('turns the month at midnight in Vietnam', async () => {
    const bench = await createBench();
    await vote(bench, 2, { startedAt: '2026-11-30T16:59:59.000Z', province: '48' });
    bench.clock.now = Date.UTC(2026, 10, 30, 16, 59, 59);
    assert.deepEqual([(await ask(bench, '48')).month, (await ask(bench, '48')).votes], ['2026-11', 2]);
    bench.clock.now += 1000;
    assert.deepEqual([(await ask(bench, '48')).month, (await ask(bench, '48')).votes], ['2026-12', 0]);
  });

  it('gives the figures of one operator, all of its networks together', async () => {
    const bench = await createBench();
    await vote(bench, 60, { province: '48', operator: VIETTEL });
    await vote(bench, 60, { province: '48', operator: { ...VIETTEL, asn: 24086 } });
    await vote(bench, 10, { province: '48', operator: { asn: 45899, name: 'VNPT' } });
    await vote(bench, 10, { province: '48', operator: null });
    for (const asn of [7552, 24086, 38731]) {
      const { operator, votes } = await ask(bench, '48', `?asn=${asn}`);
      assert.equal(votes, 140);
      assert.equal(operator!.asn, asn);
      assertFigures(operator!.figures, { ...ofMonth('2026-11', 60), votes: 120 });
    }
    assert.deepEqual((await ask(bench, '48', '?asn=45899')).operator, { asn: 45899, figures: null });
    assert.deepEqual((await ask(bench, '48', '?asn=4294967295')).operator, { asn: 4_294_967_295, figures: null });
  });

  it('counts a result by the operator of its receipt', async () => {
    const bench = await createBench();
    await vote(bench, 99, { province: '48', operator: VIETTEL });
    await bench.post(COLLECTOR_PATHS.results, await honestRun(await bench.openTest(), bench.hanoi, { province: '48' }));
    assert.equal((await ask(bench, '48', '?asn=7552')).operator!.figures!.votes, 100);
  });

  it('knows no other province, and says which filter is wrong', async () => {
    const { app } = await createBench();
    for (const province of ['99', '1', 'x', '048', "48'--"]) {
      const problem = await problemOf(await app.request(progressPath(encodeURIComponent(province))));
      assert.equal(problem.status, 404);
      assert.match(problem.detail, /one of the 34 two-digit codes/);
    }
    for (const asn of ['', '0', '-1', '7552x', '1e3', '4294967296', '99999999999', 'AS7552']) {
      const problem = await problemOf(await app.request(`${progressPath('48')}?asn=${asn}`));
      assert.equal(problem.status, 400);
      assert.match(problem.detail, /^asn: asn must/);
    }
  });

  it('may be kept for a minute, and is not sent again while nothing has changed', async () => {
    const bench = await createBench();
    const get = (tag?: string) =>
      bench.app.request(progressPath('48'), {
        headers: { origin: 'https://portal.test', ...(tag !== undefined && { 'if-none-match': tag }) },
      });
    const first = await get();
    const tag = first.headers.get('etag')!;
    assert.match(tag, /^"[^"]+"$/);
    const second = await get(tag);
    assert.deepEqual([second.status, await second.text()], [304, '']);
    for (const [name, value] of [
      ['etag', tag],
      ['cache-control', 'public, max-age=60'],
      ['access-control-allow-origin', '*'],
    ] as const)
      assert.equal(second.headers.get(name), value);
    await vote(bench, 1, { province: '48', startedAt: new Date(START).toISOString() });
    const third = await get(tag);
    assert.equal(third.status, 200);
    assert.notEqual(third.headers.get('etag'), tag);
  });
});
