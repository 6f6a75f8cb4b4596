import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { quantile } from '../../src/estimator/statistics.ts';
import {
  binOf,
  FIRST_BIN,
  histogramOf,
  LAST_BIN,
  lowerEdge,
  MAX_ERROR,
  merge,
  sizeOf,
  upperEdge,
  valueOf,
  ZERO_BIN,
} from '../../src/statistics/histogram.ts';
import { quantileOf } from '../../src/statistics/quantile.ts';
import { anyValue, anyValues } from './any-values.ts';

const bins = Array.from({ length: LAST_BIN - FIRST_BIN + 1 }, (_, i) => FIRST_BIN + i);

describe('a bin', () => {
  it('begins where the one before ends, at a tenth of what the bin 64 further begins at', () => {
    for (const bin of bins.slice(0, -64)) {
      assert.equal(upperEdge(bin), lowerEdge(bin + 1));
      assert.ok(Math.abs(lowerEdge(bin + 64) / lowerEdge(bin) / 10 - 1) < 1e-15);
    }
    assert.deepEqual([-192, 0, 1, 64, 512, 513].map(lowerEdge), [0.001, 1, 1.03663293, 10, 1e8, 103_663_293]);
    assert.equal(upperEdge(LAST_BIN), 1e12);
  });

  it('has the edges it has always had: stored bins are good for nothing with others', () => {
    const edges = bins.map(lowerEdge).join(' ');
    assert.equal(createHash('sha256').update(edges).digest('hex').slice(0, 16), '6f6089d4c7bd9fd3');
  });

  it('holds its lower edge and all up to the next one', () => {
    for (const bin of bins) {
      assert.equal(binOf(lowerEdge(bin)), bin);
      assert.equal(binOf(upperEdge(bin) * (1 - 2 ** -52)), bin);
    }
    assert.deepEqual([0, 1e-9, 0.001 * (1 - 2 ** -52)].map(binOf), [ZERO_BIN, ZERO_BIN, ZERO_BIN]);
    assert.deepEqual([1e12, 1e300].map(binOf), [LAST_BIN, LAST_BIN]);
  });

  it('stands for a value within 1.9 % of all that it holds', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const error = value === 0 ? valueOf(binOf(value)) : Math.abs(valueOf(binOf(value)) / value - 1);
        assert.ok(error <= MAX_ERROR, `${value}: ${error}`);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a histogram', () => {
  it('knows every quantile within 1.9 % of the exact one', () => {
    let worst = 0;
    fc.assert(
      fc.property(anyValues, fc.constantFrom(0, 0.1, 0.25, 0.5, 0.9, 0.95, 1), (values, share) => {
        const exact = quantile(values, share);
        const known = quantileOf(histogramOf(values), share)!;
        const error = exact === 0 ? known : Math.abs(known / exact - 1);
        worst = Math.max(worst, error);
        assert.ok(error <= MAX_ERROR, `${known} for ${exact}`);
      }),
      { numRuns: 1000 },
    );
    assert.ok(worst > 0.01, `the test never came near the bound: ${worst}`);
  });

  it('has no quantile where it is empty', () => {
    assert.equal(quantileOf(histogramOf([]), 0.5), null);
  });

  it('of a whole is the sum of its parts, in any order and however they were cut', () => {
    fc.assert(
      fc.property(anyValues, fc.nat(), fc.nat(), (values, a, b) => {
        const [first, second] = [a % values.length, b % values.length].sort((x, y) => x - y) as [number, number];
        const parts = [values.slice(0, first), values.slice(first, second), values.slice(second)].map(histogramOf);
        const [one, two, three] = parts as [
          ReturnType<typeof histogramOf>,
          ReturnType<typeof histogramOf>,
          ReturnType<typeof histogramOf>,
        ];
        assert.deepEqual(merge(one, two, three), histogramOf(values));
        assert.deepEqual(merge(three, merge(one, two)), histogramOf(values));
        assert.equal(sizeOf(merge(one, two, three)), values.length);
      }),
    );
  });
});
