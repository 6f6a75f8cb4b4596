import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { histogramOf } from '../../src/statistics/histogram.ts';
import { histogramsBy, mergeTallies } from '../../src/statistics/merge-tallies.ts';
import { cellOf, type Tally } from '../../src/statistics/tally.ts';
import { anyValues } from './any-values.ts';

/** The votes of one month by their values, each of a source of its own. */
const tallyOf = (period: string, values: readonly number[]): Tally => ({
  province: '48',
  period,
  votes: values.length,
  sources: values.length,
  topSourceVotes: 1,
  sites: new Map([['danang.gov.vn', values.length]]),
  fixed: values.length,
  mobile: 0,
  ipv6Probed: values.length,
  ipv6Works: 0,
  histograms: histogramsBy(() => histogramOf(values)),
});

const quarter = { province: '48', period: '2026-Q3' } as const;

describe('three months merged', () => {
  it('are the quarter exactly, but for sources: nobody knows whether two months have the same', () => {
    fc.assert(
      fc.property(anyValues, anyValues, anyValues, (...months) => {
        const merged = mergeTallies(
          months.map((values, i) => tallyOf(`2026-0${7 + i}`, values)),
          quarter,
        );
        const whole = tallyOf('2026-Q3', months.flat());
        const least = Math.max(...months.map((values) => values.length));
        assert.deepEqual(merged, { ...whole, sources: least, topSourceVotes: 3 });
        assert.deepEqual(cellOf(merged).figures, cellOf(whole).figures);
      }),
    );
  });

  it('are the same in any order, and merged by twos', () => {
    fc.assert(
      fc.property(anyValues, anyValues, anyValues, (...months) => {
        const [a, b, c] = months.map((values, i) => tallyOf(`2026-0${7 + i}`, values)) as [Tally, Tally, Tally];
        const all = mergeTallies([a, b, c], quarter);
        assert.deepEqual(mergeTallies([c, a, b], quarter), all);
        assert.deepEqual(mergeTallies([mergeTallies([a, b], quarter), c], quarter), all);
      }),
    );
  });
});
