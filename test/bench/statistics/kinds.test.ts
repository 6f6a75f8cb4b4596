import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { COLLECTOR_PATHS } from '../../../src/protocol/endpoints.ts';
import { PROVINCES } from '../../../src/protocol/province.ts';
import { createBench } from '../../collector/bench.ts';
import { kindsOf } from './kinds.ts';

const kinds = kindsOf(['2026-09', '2026-08']);

describe('the questions of the benchmark of figures', () => {
  it('are ones that a collector answers, each under a name of its own', async () => {
    const { app } = await createBench();
    for (const { name, path } of kinds)
      for (const n of [0, 1, 2]) assert.equal((await app.request(path(n))).status, 200, `${name}: ${path(n)}`);
    assert.equal(new Set(kinds.map(({ name }) => name)).size, kinds.length);
  });

  it('go through all provinces and months, and ask for the twelve months up to the newest', () => {
    const paths = (name: string, count: number) =>
      new Set(Array.from({ length: count }, (_, n) => kinds.find((kind) => kind.name === name)!.path(n))).size;
    assert.equal(paths('province', 100), PROVINCES.length);
    assert.equal(paths('month', 100), 2);
    const trend = kinds.find(({ name }) => name === 'trend, country')!.path(0);
    assert.equal(trend, `${COLLECTOR_PATHS.statistics}?from=2025-10&to=2026-09&province=country`);
  });
});
