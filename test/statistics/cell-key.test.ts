import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ACCESSES } from '../../src/protocol/access.ts';
import { ACCESS_KINDS, accessKindOf } from '../../src/statistics/cell-key.ts';

describe('the kind of a line', () => {
  it('is fixed or mobile for every way to be connected, and unknown where nobody said', () => {
    for (const access of ACCESSES) {
      const kind = accessKindOf(access)!;
      assert.ok(ACCESS_KINDS[kind].some((known) => known === access));
    }
    assert.deepEqual(ACCESSES.map(accessKindOf), ['fixed', 'fixed', 'mobile', 'mobile']);
    assert.equal(accessKindOf(null), null);
  });
});
