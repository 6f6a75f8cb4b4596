import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import { isMonth, monthsOf, PeriodSchema } from '../../src/protocol/period.ts';

describe('a period', () => {
  it('is a month, a quarter or a year', () => {
    assert.deepEqual(monthsOf('2026-09'), { from: '2026-09', to: '2026-09' });
    assert.deepEqual(monthsOf('2026-Q1'), { from: '2026-01', to: '2026-03' });
    assert.deepEqual(monthsOf('2026-Q4'), { from: '2026-10', to: '2026-12' });
    assert.deepEqual(monthsOf('2026'), { from: '2026-01', to: '2026-12' });
    assert.deepEqual(['2026-09', '2026-Q3', '2026'].map(isMonth), [true, false, false]);
  });

  it('is nothing else', () => {
    for (const other of ['2026-13', '2026-00', '2026-Q0', '2026-Q5', '26', '2026-', '2026-Q3 ', ''])
      assert.ok(!v.is(PeriodSchema, other), other);
  });
});
