import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import { COLLECTOR_PATHS } from '../../src/protocol/endpoints.ts';
import { StatisticsSchema } from '../../src/protocol/statistics.ts';
import type { StoredResult } from '../../src/protocol/submission.ts';
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
const ask = async (query: string) => {
  const answer = await bench.app.request(`${COLLECTOR_PATHS.statistics}?${query}`);
  assert.equal(answer.status, 200);
  return v.parse(v.strictObject(StatisticsSchema.entries), await answer.json()).cells;
};

await vote(bench, 120, { province: '48', access: 'wifi' });
await vote(bench, 40, { province: '48', access: 'cable', context: 'kiosk' });
await vote(bench, 30, { province: '92', access: '4g', operator: { asn: 45899, name: 'VNPT' }, ipFamily: 4 });
await vote(bench, 12, { province: '92', access: '5g', startedAt: '2026-10-15T03:04:05.000Z' });
await vote(bench, 5, {
  province: '92',
  startedAt: '2026-12-15T03:04:05.000Z',
  point: { id: 'tokyo', scope: 'overseas' },
});

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

  it('says which filter is wrong', async () => {
    for (const query of ['month=2026-13', 'from=x', 'access=fibre', 'family=5', 'scope=moon', 'context=all', 'asn=x']) {
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
