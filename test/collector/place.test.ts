import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { COLLECTOR_PATHS } from '../../src/protocol/endpoints.ts';
import { createBench, SITE } from './bench.ts';
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
