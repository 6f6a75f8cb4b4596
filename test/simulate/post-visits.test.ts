import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import { askCollector, originHeader } from '../../demo/simulate/ask-collector.ts';
import { visitsOf } from '../../demo/simulate/country.ts';
import { entryOf } from '../../demo/simulate/entry-of.ts';
import { type Ask, postVisits } from '../../demo/simulate/post-visits.ts';
import { SITES } from '../../demo/simulate/sites.ts';
import { isKept } from '../../demo/simulate/visit.ts';
import { writeRegistry } from '../../demo/simulate/write-registry.ts';
import { createApp } from '../../src/collector/app.ts';
import { startCollector } from '../../src/collector/collector.ts';
import { createPointRegistry, RegisteredPointSchema } from '../../src/collector/point-registry.ts';
import type { ResultEntry } from '../../src/collector/result-store.ts';
import type { Settings } from '../../src/collector/settings.ts';
import { createSiteRegistry } from '../../src/collector/site-registry.ts';
import { openSqliteStore } from '../../src/collector/sqlite-store.ts';
import { COLLECTOR_PATHS } from '../../src/protocol/endpoints.ts';
import { createBench, problemOf } from '../collector/bench.ts';
import { entryWith } from '../collector/entries.ts';
import { temporaryFolder } from '../collector/temporary-folder.ts';

const folder = temporaryFolder();
const PLAN = { seed: 3, results: 150, from: '2026-08-01', to: '2026-08-31' };
const visits = [...visitsOf(PLAN)];
const contexts = [{}, ...(['kiosk', 'office', 'campaign'] as const).map((context) => ({ context }))];

/** A collector that takes simulated results, without a socket; its clock is the visitors'. */
const post = async () => {
  const bench = await createBench({ simulated: true });
  await bench.store.markSimulated('for a test');
  const keys = await writeRegistry(folder);
  const points = v.parse(v.array(RegisteredPointSchema), JSON.parse(readFileSync(join(folder, 'points.json'), 'utf8')));
  bench.points.current = await createPointRegistry(points);
  const app = createApp({ ...bench.parts, sites: createSiteRegistry(SITES) });
  const ask: Ask = async (path, body, visit) => {
    bench.clock.now = path === COLLECTOR_PATHS.tests ? visit.startedAt : visit.receivedAt;
    const { origin = '' } = originHeader(visit);
    const by = { incoming: { socket: { remoteAddress: visit.address } } };
    return app.request(path, { method: 'POST', body: JSON.stringify(body), headers: { origin } }, by);
  };
  return { store: bench.store, ...(await postVisits(ask, visits, keys)) };
};

describe('simulating through the API', async () => {
  const { store, kept, answers } = await post();
  const stored = (await Promise.all(kept.map((testId) => store.find(testId)))) as ResultEntry[];
  const expected = visits.filter(isKept).map((visit) => entryOf(visit, PLAN.seed));

  it('has kept what a simulation straight into the store keeps, and refused forged tickets', () => {
    assert.equal(kept.length, PLAN.results);
    const count = (fate: string) => visits.filter((visit) => visit.fate === fate).length;
    assert.equal(answers.get('refused 401') ?? 0, count('forged'));
    assert.equal(answers.get('cancelled') ?? 0, count('cancelled'));
    assert.equal(answers.get('disagrees') ?? 0, count('inflated'));
    assert.equal(answers.get('unverified') ?? 0, count('unsigned'));
  });

  it('has judged each one as the other way says it would, and measured what was put in', () => {
    for (const [i, { result }] of stored.entries()) {
      const other = expected[i]!.result;
      const told = ({ state, outcome, endReason, province, access, site, context, kiosk, operator }: typeof result) =>
        [state, outcome, endReason, province, access, site, context, kiosk, operator] as const;
      assert.deepEqual(told(result), told(other));
      assert.deepEqual([...result.flags].sort(), [...other.flags].sort());
      assert.deepEqual([result.plan, result.point, result.ipFamily], [other.plan, other.point, other.ipFamily]);
      assert.deepEqual([result.startedAt, result.ipv6], [other.startedAt, other.ipv6]);
      for (const way of ['download', 'upload'] as const) {
        const [found, put] = [result[way]?.bitsPerSecond ?? 0, other[way]?.bitsPerSecond ?? 0];
        assert.ok(Math.abs(found - put) <= put * 0.001, `${way}: ${found} for ${put}`);
      }
      assert.ok(Math.abs(result.latency.idle!.medianMs - other.latency.idle!.medianMs) <= 0.2);
    }
  });

  it('gives the tallies that the same results give straight into a store', async () => {
    const direct = await openSqliteStore(join(folder, `${randomUUID()}.sqlite`));
    await direct.fillSimulated({ told: 'the same', entries: stored });
    for (const context of contexts) {
      const filter = { month: null, province: null, ...context };
      assert.deepEqual(await direct.tallies(filter), await store.tallies(filter));
    }
    await direct.close();
  });

  it('sends the same people to the same seats: as many votes as the other way', async () => {
    const direct = await openSqliteStore(join(folder, `${randomUUID()}.sqlite`));
    await direct.fillSimulated({ told: 'the other way', entries: expected });
    const votes = async (of: typeof direct) =>
      (await of.tallies({ month: null, province: null })).map(({ province, votes: count }) => [province, count]);
    assert.deepEqual(await votes(store), await votes(direct));
    await direct.close();
  });
});

const settingsIn = (dataDir: string): Settings => ({
  host: '127.0.0.1',
  port: 0,
  dataDir,
  pointsFile: join(dataDir, 'points.json'),
  sitesFile: join(dataDir, 'sites.json'),
  databaseUrl: null,
  operatorsFile: null,
  communesFile: null,
  networksFile: null,
  proxyHops: 1,
  simulated: true,
  pagesDir: null,
  distDir: null,
  openDataDir: join(dataDir, 'open-data'),
});

describe('a collector over simulated results', () => {
  it('takes nobody’s test', async () => {
    const bench = await createBench();
    const grant = await bench.openTest();
    await bench.store.fillSimulated({ told: 'some', entries: [entryWith()] });
    for (const [path, body] of [
      [COLLECTOR_PATHS.tests, {}],
      [COLLECTOR_PATHS.results, { ticket: grant.ticket }],
      [COLLECTOR_PATHS.visits, {}],
    ] as const) {
      const answer = await bench.post(path, body);
      assert.equal(answer.status, 409);
      assert.match((await problemOf(answer)).detail, /shows simulated results/);
    }
  });

  it('takes simulated ones over HTTP where it was started for that, and is marked from the start', async () => {
    const dataDir = join(folder, 'http');
    const keys = await writeRegistry(dataDir);
    const collector = await startCollector(settingsIn(dataDir));
    const { kept } = await postVisits(askCollector(collector.origin), visits.filter(isKept).slice(0, 12), keys);
    assert.equal(kept.length, 12);
    await collector.close();
    const store = await openSqliteStore(join(dataDir, 'results.sqlite'));
    assert.equal(await store.isSimulated(), true);
    const sources = new Set(await Promise.all(kept.map(async (testId) => (await store.find(testId))!.sourceKey)));
    assert.equal(
      sources.size,
      new Set(
        visits
          .filter(isKept)
          .slice(0, 12)
          .map(({ address }) => address),
      ).size,
    );
    await store.close();
  });

  it('does not start over real results where all that it takes is to be simulated', async () => {
    const dataDir = join(folder, 'real');
    await writeRegistry(dataDir);
    const store = await openSqliteStore(join(dataDir, 'results.sqlite'));
    await store.insert(entryWith());
    await store.close();
    await assert.rejects(startCollector(settingsIn(dataDir)), { name: 'SettingError', message: /real results/ });
  });
});
