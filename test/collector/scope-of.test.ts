import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import { createOperatorRegistry } from '../../src/collector/operator-registry.ts';
import { createPointRegistry } from '../../src/collector/point-registry.ts';
import { scopeOf } from '../../src/collector/scope-of.ts';
import { COLLECTOR_PATHS } from '../../src/protocol/endpoints.ts';
import type { Point } from '../../src/protocol/point.ts';
import type { ReceiptClaims } from '../../src/protocol/receipt.ts';
import { StatisticsSchema } from '../../src/protocol/statistics.ts';
import { createBench, registered } from './bench.ts';
import { honestClaims, honestLog, honestRun } from './honest-run.ts';

const operators = createOperatorRegistry([
  {
    id: 'viettel',
    name: 'Viettel',
    asns: [
      { asn: 7552, from: null, to: null },
      { asn: 64500, from: '2026-11', to: null },
    ],
  },
  { id: 'vnpt', name: 'VNPT', asns: [{ asn: 45899, from: null, to: null }] },
]);
const inside: Pick<Point, 'scope' | 'operator'> = { scope: 'on-net', operator: 'Viettel' };
const month = '2026-11';

describe('the scope of a test', () => {
  it('is on-net where the line and the point are in one operator’s networks in that month', () => {
    assert.equal(scopeOf(inside, { asn: 7552, month }, operators), 'on-net');
    assert.equal(scopeOf(inside, { asn: 64500, month }, operators), 'on-net');
    assert.equal(scopeOf(inside, { asn: 64500, month: '2026-10' }, operators), 'off-net');
  });

  it('is off-net from another operator’s line, in the table or not', () => {
    assert.equal(scopeOf(inside, { asn: 45899, month }, operators), 'off-net');
    assert.equal(scopeOf(inside, { asn: 65000, month }, operators), 'off-net');
  });

  it('is not known where the line’s network or the point’s operator is not', () => {
    assert.equal(scopeOf(inside, { asn: null, month }, operators), null);
    assert.equal(scopeOf({ ...inside, operator: 'Somebody' }, { asn: 7552, month }, operators), null);
  });

  it('is the same from every line where the point is at an exchange or overseas', () => {
    for (const scope of ['exchange', 'overseas'] as const)
      for (const asn of [7552, 45899, null])
        assert.equal(scopeOf({ ...inside, scope }, { asn, month }, operators), scope);
  });
});

describe('a result measured against a point inside of an operator’s network', () => {
  /** Of a line in the network `asn`, against a point that says it is in Viettel's. */
  const measured = async (asn: number) => {
    const bench = await createBench();
    bench.points.current = await createPointRegistry([{ ...registered('hanoi', bench.hanoi), ...inside }]);
    const grant = await bench.openTest();
    const log = honestLog('hanoi').map((seen) =>
      seen.kind === 'point-chosen' ? { ...seen, scope: inside.scope } : seen,
    );
    const claims: ReceiptClaims = {
      ...honestClaims(grant.testId, 'hanoi'),
      scope: inside.scope,
      operator: { asn, name: 'as the point says' },
    };
    await bench.post(COLLECTOR_PATHS.results, await honestRun(grant, bench.hanoi, { log, claims }));
    const answer = await bench.app.request(`${COLLECTOR_PATHS.statistics}?scope=off-net`);
    return {
      stored: await bench.stored(grant.testId),
      offNet: v.parse(StatisticsSchema, await answer.json()).cells.map(({ count }) => count),
    };
  };

  it('counts as on-net from that operator’s line alone, and is no less verified from others', async () => {
    const own = await measured(7552);
    assert.deepEqual([own.stored.state, own.stored.scope, own.offNet], ['verified', 'on-net', []]);
    const other = await measured(45899);
    assert.deepEqual([other.stored.state, other.stored.scope, other.offNet], ['verified', 'off-net', [1]]);
    assert.equal(other.stored.point!.scope, 'on-net', 'the point stands where it stands');
  });
});
