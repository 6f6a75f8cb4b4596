import { expect } from '@open-wc/testing';
import { isPeriod, isWithin, monthInVietnam, periodsOf } from '../../src/statistics-element/periods.ts';

describe('periods', () => {
  const months = (year: number, from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => `${year}-${String(from + i).padStart(2, '0')}`);

  it('are months, and the quarters and years all of whose months are there and over', () => {
    const list = periodsOf([...months(2025, 1, 12), ...months(2026, 2, 9)].reverse(), '2026-09');
    expect(list.months[0]).to.equal('2026-09');
    expect(list.quarters).to.deep.equal(['2026-Q2', '2025-Q4', '2025-Q3', '2025-Q2', '2025-Q1']);
    expect(list.years).to.deep.equal(['2025']);
  });

  it('begin with the newest month that is over, or else with the newest', () => {
    expect(periodsOf(['2026-09', '2026-08'], '2026-09').newest).to.equal('2026-08');
    expect(periodsOf(['2026-09'], '2026-09').newest).to.equal('2026-09');
    expect(periodsOf([], '2026-09').newest).to.equal(null);
  });

  it('know their months', () => {
    expect(months(2026, 1, 12).filter((month) => isWithin(month, '2026-Q2'))).to.deep.equal(months(2026, 4, 6));
    expect(isWithin('2026-04', '2026')).to.equal(true);
    expect(isWithin('2026-04', '2026-04')).to.equal(true);
    expect(isWithin('2025-04', '2026-Q2')).to.equal(false);
  });

  it('are written in one way', () => {
    expect(['2026', '2026-Q4', '2026-12'].every(isPeriod)).to.equal(true);
    expect(['2026-Q5', '2026-13', '26', '2026-1', 'Q1'].some(isPeriod)).to.equal(false);
  });

  it('change at midnight in Vietnam', () => {
    expect(monthInVietnam(new Date('2026-09-30T16:59:59Z'))).to.equal('2026-09');
    expect(monthInVietnam(new Date('2026-09-30T17:00:00Z'))).to.equal('2026-10');
  });
});
