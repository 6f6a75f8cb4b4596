import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createApp } from '../../src/collector/app.ts';
import { createCommuneRegistry } from '../../src/collector/commune-registry.ts';
import { COLLECTOR_PATHS } from '../../src/protocol/endpoints.ts';
import type { Submission } from '../../src/protocol/submission.ts';
import { createBench, problemOf, SITE } from './bench.ts';
import { honestRun } from './honest-run.ts';

/** An address of VNPT in Vietnam: whoever has tables of places may think that it says where it is. */
const VIETNAMESE_ADDRESS = '14.160.0.1';

describe('where a result was measured', () => {
  it('is not known where neither page nor person said it, whatever the address and the site are', async () => {
    const bench = await createBench();
    const grant = await bench.openTest({ site: SITE.id });
    assert.equal(SITE.province, '01', 'the site is a province’s');
    const run = await honestRun(grant, bench.hanoi, { province: null });
    await bench.post(COLLECTOR_PATHS.results, run, { from: VIETNAMESE_ADDRESS });
    const { state, province, provinceCodes } = await bench.stored(grant.testId);
    assert.deepEqual([state, province, provinceCodes], ['verified', null, null]);
    assert.deepEqual(await bench.store.tallies({ month: null, province: null }), []);
  });

  it('is what they said, wherever the address seems to be', async () => {
    const bench = await createBench();
    const grant = await bench.openTest({ site: SITE.id });
    await bench.post(COLLECTOR_PATHS.results, await honestRun(grant, bench.hanoi, { province: '96' }), {
      from: VIETNAMESE_ADDRESS,
    });
    const { province, provinceCodes } = await bench.stored(grant.testId);
    assert.deepEqual([province, provinceCodes], ['96', 'VN-2025']);
  });

  it('is nothing that the table of networks could tell', async () => {
    const { parts } = await createBench();
    assert.deepEqual(Object.keys(parts.networks.find(VIETNAMESE_ADDRESS)!), ['asn', 'name']);
  });
});

describe('a commune', async () => {
  const bench = await createBench();
  const communes = createCommuneRegistry([
    { code: '20194', name: 'Hải Vân', province: '48' },
    { code: '00004', name: 'Ba Đình', province: '01' },
  ]);
  /** What is stored of a result of which this was said. */
  const said = async (where: Pick<Submission, 'province' | 'commune'>, known = communes) => {
    const grant = await bench.openTest();
    const answer = await createApp({ ...bench.parts, communes: known }).request(COLLECTOR_PATHS.results, {
      method: 'POST',
      body: JSON.stringify(await honestRun(grant, bench.hanoi, where)),
    });
    const { province, commune, flags } = await bench.stored(grant.testId);
    return { status: answer.status, province, commune, flags };
  };

  it('is kept beside its province', async () => {
    const kept = await said({ province: '48', commune: '20194' });
    assert.deepEqual(kept, { status: 201, province: '48', commune: '20194', flags: [] });
  });

  it('that is not in that province, or not known, costs the result its commune and nothing else', async () => {
    for (const commune of ['00004', '99999'])
      assert.deepEqual(await said({ province: '48', commune }), {
        status: 201,
        province: '48',
        commune: null,
        flags: ['commune-unknown'],
      });
  });

  it('says no province by itself', async () => {
    const { province, commune, flags } = await said({ province: null, commune: '20194' });
    assert.deepEqual([province, commune, flags], [null, null, ['commune-unknown']]);
  });

  it('is nothing to a collector that lists none', async () => {
    const { province, commune, flags } = await said({ province: '48', commune: '20194' }, createCommuneRegistry([]));
    assert.deepEqual([province, commune, flags], ['48', null, []]);
  });

  it('is refused where it is no code', async () => {
    const run = { ...(await honestRun(await bench.openTest(), bench.hanoi)), commune: '2019' };
    const problem = await problemOf(await bench.post(COLLECTOR_PATHS.results, run));
    assert.equal(problem.status, 422);
    assert.match(problem.detail, /^commune: commune must be a five-digit code/);
  });
});
