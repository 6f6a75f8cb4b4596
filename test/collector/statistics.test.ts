import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import { createApp } from '../../src/collector/app.ts';
import { COLLECTOR_PATHS } from '../../src/protocol/endpoints.ts';
import { DistributionSchema, PeriodsSchema, StatisticsSchema } from '../../src/protocol/statistics.ts';
import type { StoredResult } from '../../src/protocol/submission.ts';
import { binOf, lowerEdge, upperEdge } from '../../src/statistics/histogram.ts';
import { type Bench, createBench, problemOf } from './bench.ts';
import { entryWith, throughput } from './entries.ts';
import { assertNear } from './near.ts';

const bench = await createBench();

/** `count` votes of as many sources at four sites, with rates of 1, 2, 3 … Mbit/s. */
const vote = async ({ store }: Bench, count: number, change: Partial<StoredResult> = {}): Promise<void> => {
  for (let i = 1; i <= count; i++)
    await store.insert(
      entryWith({ download: throughput(i * 1e6), site: `site-${i % 4}`, ...change }, { sourceKey: `home ${i}` }),
    );
};
const askAll = async (query: string, { app } = bench) => {
  const answer = await app.request(`${COLLECTOR_PATHS.statistics}?${query}`);
  assert.equal(answer.status, 200);
  return v.parse(v.strictObject(StatisticsSchema.entries), await answer.json());
};
const ask = async (query: string) => (await askAll(query)).cells;
const askDistribution = async ({ app }: Bench, query: string) => {
  const answer = await app.request(`${COLLECTOR_PATHS.distribution}?${query}`);
  assert.equal(answer.status, 200);
  return v.parse(v.strictObject(DistributionSchema.entries), await answer.json());
};

/** A quarter of two provinces. */
const fill = async (bench: Bench): Promise<void> => {
  await vote(bench, 120, { province: '48', access: 'wifi' });
  await vote(bench, 40, { province: '48', access: 'cable', context: 'kiosk' });
  await vote(bench, 30, { province: '92', access: '4g', operator: { asn: 45899, name: 'VNPT' }, ipFamily: 4 });
  await vote(bench, 12, { province: '92', access: '5g', startedAt: '2026-10-15T03:04:05.000Z' });
  await vote(bench, 5, {
    province: '92',
    startedAt: '2026-12-15T03:04:05.000Z',
    point: { id: 'tokyo', scope: 'overseas' },
  });
};
await fill(bench);

describe('GET /v1/statistics', () => {
  it('gives the tenths, the median and how sure it is of each measure, and says that it may be published', async () => {
    const [cell, ...none] = await ask('province=48');
    assert.deepEqual(none, []);
    const { p10, median, p90, votes, interval } = cell!.figures!.downloadBitsPerSecond!;
    for (const [figure, exact] of [
      [p10, 12.9e6],
      [median, 60.5e6],
      [p90, 108.1e6],
    ] as const)
      assertNear(figure, exact);
    assert.equal(votes, 120);
    // Ranks 49 and 72 of 120 by the binomial distribution; the bins' edges are up to 3.7 % further out.
    assert.ok(interval!.low <= 50e6 && interval!.low > 48e6, `${interval!.low}`);
    assert.ok(interval!.high >= 71e6 && interval!.high < 74e6, `${interval!.high}`);
    assert.equal(cell!.medianDownloadBitsPerSecond, median);
    assert.equal(cell!.figures!.latencyMs, null, 'not measured is null');
    assert.deepEqual(cell!.verdict, { publishable: true, provisional: true, reasons: [], needs: 0 });
  });

  it('says why a figure may not be published and how many votes it needs', async () => {
    const [october, november, december] = await ask('province=92');
    assert.deepEqual(
      november!.verdict.reasons.map(({ code, needs }) => [code, needs]),
      [
        ['too-few-votes', 70],
        ['too-few-sources', 20],
      ],
    );
    assert.equal(november!.verdict.needs, 70);
    assert.equal(october!.count, 12);
    assert.ok(december!.verdict.reasons.some(({ code }) => code === 'access-mixed'));
  });

  it('withholds all figures of a cell of a few votes', async () => {
    const [cell] = await ask('province=92&month=2026-12');
    assert.deepEqual([cell!.count, cell!.suppressed, cell!.figures, cell!.ipv6Share], [5, true, null, null]);
  });

  it('answers by period, operator, access, family, scope and context', async () => {
    const countOf = async (query: string) =>
      (await ask(query)).map(({ province, month, count }) => `${province} ${month} ${count}`);
    const [danang, cantho] = ['48 2026-11 120', '92 2026-11 30'];
    assert.deepEqual(await countOf('month=2026-11'), [danang, cantho]);
    assert.deepEqual(await countOf('from=2026-11&to=2026-11'), [danang, cantho]);
    assert.deepEqual(await countOf('from=2026-12'), ['92 2026-12 5']);
    assert.deepEqual(await countOf('to=2026-10'), ['92 2026-10 12']);
    assert.deepEqual(await countOf('access=fixed'), [danang]);
    assert.deepEqual(await countOf('access=mobile'), ['92 2026-10 12', cantho]);
    assert.deepEqual(await countOf('access=5g'), ['92 2026-10 12']);
    assert.deepEqual(await countOf('asn=45899'), [cantho]);
    assert.deepEqual(await countOf('family=4'), [cantho]);
    assert.deepEqual(await countOf('scope=overseas'), ['92 2026-12 5']);
    assert.deepEqual(await countOf('context=kiosk'), ['48 2026-11 40']);
    assert.deepEqual(await countOf('context=monitor'), []);
    assert.deepEqual(await countOf('access=mobile&family=6&month=2026-11'), []);
  });

  it('merges the months of a period into one cell a province', async () => {
    const countOf = async (query: string) =>
      (await ask(query)).map(({ province, period, month, count }) => [province, period, month, count]);
    const quarter = [
      ['48', '2026-Q4', null, 120],
      ['92', '2026-Q4', null, 47],
    ];
    assert.deepEqual(await countOf('period=2026-Q4'), quarter);
    assert.deepEqual(
      await countOf('period=2026'),
      quarter.map(([province, , , count]) => [province, '2026', null, count]),
    );
    assert.deepEqual(await countOf('period=2026-11'), [
      ['48', '2026-11', '2026-11', 120],
      ['92', '2026-11', '2026-11', 30],
    ]);
    assert.deepEqual(await countOf('period=2026-Q3'), []);
    assert.deepEqual(await countOf('period=2026-Q4&access=mobile&province=92'), [['92', '2026-Q4', null, 42]]);
  });

  it('counts of several months no more sources than the largest of them has for sure', async () => {
    const [cell] = await ask('period=2026-Q4&province=92');
    const reasons = cell!.verdict.reasons.map(({ code, needs }) => [code, needs]);
    assert.deepEqual(reasons, [
      ['too-few-votes', 53],
      ['too-few-sources', 20], // 30 of November; the other months' may be the same lines
      ['access-mixed', null],
    ]);
  });

  it('gives the whole country beside the provinces, or alone, and not beside one of them', async () => {
    const countries = async (query: string) =>
      (await askAll(query)).country.map(({ province, period, count }) => [province, period, count]);
    const months = [
      [null, '2026-10', 12],
      [null, '2026-11', 150],
      [null, '2026-12', 5],
    ];
    assert.deepEqual(await countries(''), months);
    assert.deepEqual(await countries('province=country'), months);
    assert.deepEqual((await askAll('province=country')).cells, []);
    assert.deepEqual((await askAll('province=country')).country, (await askAll('')).country);
    assert.deepEqual(await countries('province=48'), []);
    assert.deepEqual(await countries('period=2026-Q4'), [[null, '2026-Q4', 167]]);
    assert.deepEqual(await countries('period=2026-Q4&province=country'), [[null, '2026-Q4', 167]]);
    assert.deepEqual(await countries('period=2026-Q4&province=01'), []);
    assert.deepEqual(await countries('period=2026-Q4&access=5g'), [[null, '2026-Q4', 12]]);
    assert.deepEqual(await countries('period=2025'), []);
    const { country } = await askAll('from=2026-12');
    assert.deepEqual([country[0]!.suppressed, country[0]!.figures], [true, null]);
  });

  it('sets IPv4 and IPv6 beside each other where at least ten votes measured both', async () => {
    const other = await createBench();
    const both = (connectMs4: number | null, connectMs6: number | null): StoredResult['ipv6'] => ({
      ability: 'works',
      connectMs4,
      connectMs6,
      preferred: 6,
    });
    await vote(other, 20, { ipv6: both(40, null) });
    for (let i = 1; i <= 9; i++) await other.store.insert(entryWith({ ipv6: both(40, 20) }, { sourceKey: `few ${i}` }));
    await vote(other, 10, { province: '48', ipv6: both(40, 30) });
    const { cells } = await askAll('', other);
    const [hanoi, daNang] = ['01', '48'].map((code) => cells.find(({ province }) => province === code)!.ipv6Paired);
    assert.equal(hanoi, null);
    assert.equal(daNang!.votes, 10);
    assertNear(daNang!.ipv4LatencyMs!.median, 40);
    assertNear(daNang!.ipv6LatencyMs!.median, 30);
    assertNear(daNang!.ratio!.median, 0.75);
  });

  it('says of a store whose results nobody measured that they are simulated', async () => {
    const other = await createBench();
    assert.equal((await askAll('', other)).simulated, false);
    const store = { ...other.store, isSimulated: () => Promise.resolve(true) };
    const app = createApp({ ...other.parts, store });
    assert.equal((await askAll('', { ...other, app })).simulated, true);
  });

  it('says which filter is wrong', async () => {
    for (const query of [
      'period=2026-Q5',
      'period=x',
      'period=2026&month=2026-11',
      'month=2026-13',
      'from=x',
      'access=fibre',
      'family=5',
      'scope=moon',
      'context=all',
      'asn=x',
    ]) {
      const problem = await problemOf(await bench.app.request(`${COLLECTOR_PATHS.statistics}?${query}`));
      assert.equal(problem.status, 400);
      assert.ok(problem.detail.startsWith(`${query.split('=')[0]}: `), problem.detail);
    }
  });

  it('may be kept for a minute, and is not sent again while nothing has changed', async () => {
    const get = (tag?: string) =>
      bench.app.request(`${COLLECTOR_PATHS.statistics}?province=48`, {
        headers: { origin: 'https://portal.test', ...(tag !== undefined && { 'if-none-match': tag }) },
      });
    const first = await get();
    assert.equal(first.headers.get('cache-control'), 'public, max-age=60');
    const tag = first.headers.get('etag')!;
    const second = await get(tag);
    assert.deepEqual([second.status, await second.text()], [304, '']);
    assert.equal(second.headers.get('access-control-allow-origin'), '*');
    await bench.store.insert(entryWith({ province: '48' }, { sourceKey: 'new' }));
    assert.equal((await get(tag)).status, 200);
  });
});

describe('GET /v1/statistics/periods', () => {
  it('gives the months that citizens voted in, the newest first', async () => {
    const months = async ({ app }: Bench) =>
      v.parse(v.strictObject(PeriodsSchema.entries), await (await app.request(COLLECTOR_PATHS.periods)).json()).months;
    assert.deepEqual(await months(bench), ['2026-12', '2026-11', '2026-10']);
    const other = await createBench();
    assert.deepEqual(await months(other), []);
    await vote(other, 3, { context: 'kiosk' });
    assert.deepEqual(await months(other), []);
  });
});

describe('GET /v1/statistics/distribution', async () => {
  const bench = await createBench();
  await fill(bench);

  it('gives the bars of every measure, ascending, whose votes are all that there are', async () => {
    const { province, period, count, suppressed, download, upload, latency } = await askDistribution(
      bench,
      'province=48&period=2026-11',
    );
    assert.deepEqual([province, period, count, suppressed], ['48', '2026-11', 120, false]);
    const rates = Array.from({ length: 120 }, (_, i) => (i + 1) * 1e6);
    const bins = [...new Set(rates.map(binOf))];
    assert.deepEqual(
      download,
      bins.map((bin) => ({
        low: lowerEdge(bin),
        high: upperEdge(bin),
        votes: rates.filter((rate) => binOf(rate) === bin).length,
      })),
    );
    assert.deepEqual(
      upload.map(({ votes }) => votes),
      [120],
    );
    assert.deepEqual(latency, []);
  });

  it('is of the whole country without a province, and of all the time there is without a period', async () => {
    const whole = await askDistribution(bench, '');
    assert.deepEqual([whole.province, whole.period, whole.count], [null, null, 167]);
    assert.equal((await askDistribution(bench, 'period=2026-Q4')).count, 167);
    assert.equal((await askDistribution(bench, 'period=2026-Q4&access=mobile')).count, 42);
    assert.deepEqual([(await askDistribution(bench, 'month=2026-10')).period], ['2026-10']);
  });

  it('withholds the bars of a few votes', async () => {
    const few = await askDistribution(bench, 'period=2026-12&province=92');
    assert.deepEqual([few.count, few.suppressed, few.download, few.upload, few.latency], [5, true, [], [], []]);
  });
});
