import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lastDayOf, monthAfter, monthBefore, vietnamDay, vietnamMonth } from '../../src/collector/vietnam-calendar.ts';

describe('vietnamMonth', () => {
  it('turns at midnight in Vietnam, seven hours before UTC', () => {
    assert.equal(vietnamMonth('2026-10-31T16:59:59.999Z'), '2026-10');
    assert.equal(vietnamMonth('2026-10-31T17:00:00.000Z'), '2026-11');
  });

  it('turns the year, too', () => {
    assert.equal(vietnamMonth('2026-12-31T17:00:00.000Z'), '2027-01');
  });
});

describe('vietnamDay', () => {
  it('turns at midnight in Vietnam', () => {
    assert.equal(vietnamDay('2026-11-22T16:59:59.999Z'), '2026-11-22');
    assert.equal(vietnamDay('2026-11-22T17:00:00.000Z'), '2026-11-23');
  });
});

describe('monthBefore', () => {
  it('goes back over the turn of a year', () => {
    assert.deepEqual(['2026-11', '2027-01', '2026-03'].map(monthBefore), ['2026-10', '2026-12', '2026-02']);
  });
});

describe('monthAfter', () => {
  it('goes on over the turn of a year', () => {
    assert.deepEqual(['2026-11', '2026-12', '2026-01'].map(monthAfter), ['2026-12', '2027-01', '2026-02']);
  });
});

describe('a year that nobody measured in', () => {
  it('is itself: one month of it is not nineteen centuries', () => {
    assert.deepEqual([monthAfter('0050-12'), monthBefore('0050-01')], ['0051-01', '0049-12']);
    assert.deepEqual(['0050-06', '0000-01', '2028-02'].map(lastDayOf), ['0050-06-30', '0000-01-31', '2028-02-29']);
  });
});
