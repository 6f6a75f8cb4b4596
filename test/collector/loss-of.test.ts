import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { lossOf } from '../../src/collector/loss-of.ts';
import { isCounted } from '../../src/collector/validity.ts';
import { CONTEXTS } from '../../src/protocol/context.ts';
import { COLLECTOR_FLAGS, ENGINE_FLAGS } from '../../src/protocol/flag.ts';
import { UNVERIFYING } from '../../src/protocol/report.ts';

const anyResult = fc.record({
  state: fc.constantFrom('verified' as const, 'disagrees' as const, 'unverified' as const),
  outcome: fc.constantFrom('complete' as const, 'partial' as const),
  province: fc.constantFrom('48' as const, null),
  context: fc.constantFrom(...CONTEXTS),
  flags: fc.subarray([...ENGINE_FLAGS, ...COLLECTOR_FLAGS]),
});

describe('lossOf', () => {
  it('has a reason for every result that does not count, and for no other', () => {
    fc.assert(fc.property(anyResult, (result) => assert.equal(lossOf(result) === null, isCounted(result))));
  });

  it('knows every flag by which a result is not verified', () => {
    const harmless = ['other-estimator', 'unattributed', 'commune-unknown', 'network-differs', 'late'];
    assert.deepEqual([...UNVERIFYING, ...harmless].sort(), [...COLLECTOR_FLAGS].sort());
    for (const flag of UNVERIFYING)
      assert.equal(
        lossOf({ state: 'unverified', outcome: 'complete', province: null, context: 'citizen', flags: ['late', flag] }),
        flag,
      );
  });

  it('names what was missing of a verified one', () => {
    const whole = { state: 'verified', outcome: 'complete', province: '48', context: 'citizen', flags: [] } as const;
    const result = { ...whole, flags: [] };
    assert.equal(lossOf(result), null);
    assert.equal(lossOf({ ...result, outcome: 'partial' }), 'partial');
    assert.equal(lossOf({ ...result, province: null }), 'no-province');
    assert.equal(lossOf({ ...result, context: 'monitor' }), 'not-valid');
  });
});
