import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { vietnamMonth } from '../../src/collector/vietnam-month.ts';

describe('vietnamMonth', () => {
  it('turns at midnight in Vietnam, seven hours before UTC', () => {
    assert.equal(vietnamMonth('2026-10-31T16:59:59.999Z'), '2026-10');
    assert.equal(vietnamMonth('2026-10-31T17:00:00.000Z'), '2026-11');
  });

  it('turns the year, too', () => {
    assert.equal(vietnamMonth('2026-12-31T17:00:00.000Z'), '2027-01');
  });
});
