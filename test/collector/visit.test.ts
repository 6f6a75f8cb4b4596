import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createFunnelCounter, MAX_VERSIONS, MAX_WAITING, OTHER_VERSION } from '../../src/collector/funnel-counter.ts';
import type { FunnelCounts } from '../../src/collector/funnel-store.ts';
import { MAX_VISIT_BYTES } from '../../src/collector/post-visit.ts';
import { COLLECTOR_PATHS } from '../../src/protocol/endpoints.ts';
import { PROVINCES } from '../../src/protocol/province.ts';
import { LAYOUTS, newSteps, VISIT_STEPS, type Visit } from '../../src/protocol/visit.ts';
import { createBench, problemOf, SITE, START } from './bench.ts';

const visit: Visit = {
  site: SITE.id,
  province: '01',
  version: '0.1.0',
  layout: 'banner',
  reached: 'consented',
  after: null,
  lossReason: 'no-point',
};

describe('newSteps', () => {
  it('are all up to the one that was reached, and later only those since the last message', () => {
    assert.deepEqual(newSteps({ reached: 'finished', after: null }), VISIT_STEPS);
    assert.deepEqual(newSteps({ reached: 'shown', after: null }), ['shown']);
    assert.deepEqual(newSteps({ reached: 'finished', after: 'consented' }), ['started', 'finished']);
    assert.deepEqual(newSteps({ reached: 'shown', after: 'finished' }), []);
  });
});

describe('POST /v1/visits', async () => {
  const { app, post, store, parts } = await createBench();
  const counted = async () => {
    await parts.counter.flush();
    const { visits } = await store.readCounts({ province: '01', month: '2026-11', sites: [SITE.id] });
    return visits.map(({ step, reason, layout, visits: count }) => [step, reason, layout, count]);
  };

  it('counts each step of a visit once, and why it ended', async () => {
    const answer = await post(COLLECTOR_PATHS.visits, { ...visit, future: 1 });
    assert.deepEqual([answer.status, await answer.text()], [204, '']);
    assert.deepEqual(await counted(), [
      ['consented', null, 'banner', 1],
      ['consented', 'no-point', 'banner', 1],
      ['shown', null, 'banner', 1],
    ]);
    await post(COLLECTOR_PATHS.visits, { ...visit, reached: 'finished', after: 'consented', lossReason: null });
    await post(COLLECTOR_PATHS.visits, { ...visit, reached: 'shown', lossReason: null });
    assert.deepEqual(await counted(), [
      ['consented', null, 'banner', 1],
      ['consented', 'no-point', 'banner', 1],
      ['finished', null, 'banner', 1],
      ['shown', null, 'banner', 2],
      ['started', null, 'banner', 1],
    ]);
  });

  it('counts a visit of no province with its site', async () => {
    const { site, version } = visit;
    assert.equal((await post(COLLECTOR_PATHS.visits, { site, version, layout: 'own', reached: 'shown' })).status, 204);
    assert.ok(
      (await counted()).some(([step, , layout, count]) => step === 'shown' && layout === 'card' && count === 1),
    );
  });

  it('believes no page of another origin', async () => {
    for (const origin of ['https://evil.example', 'null', ''])
      assert.equal((await problemOf(await post(COLLECTOR_PATHS.visits, visit, { origin }))).status, 403);
    assert.equal((await problemOf(await post(COLLECTOR_PATHS.visits, { ...visit, site: 'unknown' }))).status, 403);
  });

  it('says which field is wrong, and refuses what is too large or no JSON', async () => {
    for (const [change, detail] of [
      [{ reached: 'left' }, /^reached: /],
      [{ after: 'left' }, /^after: /],
      [{ lossReason: 'rain' }, /^lossReason: /],
      [{ province: '99' }, /^province: /],
      [{ version: 'x'.repeat(41) }, /^version: /],
      [{ version: '=1+1;' }, /^version: /],
      [{ site: 'Ä' }, /^site: /],
    ] as const)
      assert.match((await problemOf(await post(COLLECTOR_PATHS.visits, { ...visit, ...change }))).detail, detail);
    assert.equal((await problemOf(await post(COLLECTOR_PATHS.visits, '['))).status, 400);
    assert.equal((await problemOf(await post(COLLECTOR_PATHS.visits, 'x'.repeat(MAX_VISIT_BYTES + 1)))).status, 413);
  });

  it('needs no preflight: a text of any origin is read, and its answer says so', async () => {
    const { status, headers } = await app.request(COLLECTOR_PATHS.visits, {
      method: 'POST',
      headers: { origin: SITE.origins[0]!, 'content-type': 'text/plain;charset=UTF-8' },
      body: JSON.stringify(visit),
    });
    assert.deepEqual([status, headers.get('access-control-allow-origin')], [204, '*']);
  });

  it('counts the tickets that people were given, by site and province', async () => {
    const { openTest, post: ask } = await createBench();
    assert.ok(await openTest({ site: SITE.id, province: '01' }));
    const bench = await createBench();
    await bench.openTest({ site: SITE.id, province: '01' });
    await bench.openTest({ site: SITE.id, province: '01', monitor: true });
    await bench.openTest({ site: SITE.id });
    await bench.openTest({ site: 'unknown', province: '01' });
    assert.equal((await problemOf(await ask(COLLECTOR_PATHS.tests, { province: '99' }))).status, 422);
    await bench.parts.counter.flush();
    const { tests } = await bench.store.readCounts({ province: '01', month: '2026-11', sites: [SITE.id] });
    assert.deepEqual(
      tests.map(({ province, site, attributed, fate, tests: count }) => [province, site, attributed, fate, count]),
      [
        ['01', null, false, 'opened', 1],
        ['01', SITE.id, true, 'opened', 1],
        [null, SITE.id, true, 'opened', 1],
      ],
    );
  });
});

describe('the counter', () => {
  const at = new Date(START).toISOString();
  const caught = () => {
    const written: FunnelCounts[] = [];
    const store = {
      addCounts: (counts: FunnelCounts) => {
        written.push(counts);
        return Promise.resolve();
      },
      readCounts: () => Promise.reject(new Error('nobody asks')),
    };
    return { written, counter: createFunnelCounter(store) };
  };

  it('writes what came together once, and nothing where nothing came', async () => {
    const { written, counter } = caught();
    await counter.flush();
    for (let i = 0; i < 100; i++) counter.visit({ ...visit, reached: 'shown', lossReason: null }, at);
    await counter.flush();
    await counter.flush();
    assert.equal(written.length, 1);
    assert.deepEqual(
      written[0]!.visits.map(({ step, visits }) => [step, visits]),
      [['shown', 100]],
    );
  });

  it('lets nobody make up versions or kinds of counts without end', async () => {
    const { written, counter } = caught();
    for (let i = 0; i < 50; i++) counter.visit({ ...visit, version: `9.9.${i}` }, at);
    for (let i = 0; i < MAX_WAITING + 50; i++)
      counter.opened({ province: null, context: 'citizen', site: null, attributed: false, asn: i }, at);
    await counter.flush();
    const versions = new Set(written[0]!.visits.map(({ version }) => version));
    assert.equal(versions.size, MAX_VERSIONS + 1);
    assert.ok(versions.has(OTHER_VERSION));
    assert.equal(written[0]!.tests.length, MAX_WAITING);
  });

  it('keeps as many kinds of counts at once as may wait', async () => {
    const { store, parts } = await createBench();
    for (const [province] of PROVINCES)
      for (let i = 0; i < MAX_VERSIONS; i++)
        for (const layout of LAYOUTS) parts.counter.visit({ ...visit, province, layout, version: `9.9.${i}` }, at);
    for (let i = 1; i <= MAX_WAITING; i++)
      parts.counter.opened({ province: '01', context: 'citizen', site: null, attributed: false, asn: i }, at);
    await parts.counter.flush();
    const { visits, tests } = await store.readCounts({ province: '01', month: '2026-11', sites: [] });
    // Shown, consented, and why no further.
    assert.deepEqual([visits.length, tests.length], [MAX_VERSIONS * LAYOUTS.length * 3, MAX_WAITING]);
  });

  it('loses what cannot be written, and goes on', async () => {
    const counter = createFunnelCounter({
      addCounts: () => Promise.reject(new Error('disk full')),
      readCounts: () => Promise.reject(new Error('nobody asks')),
    });
    counter.visit(visit, at);
    await counter.flush();
    await counter.flush();
  });
});
