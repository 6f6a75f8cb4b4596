import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addBins, packBins, type PackedBins } from '../../../src/collector/packed-bins.ts';
import { emptyHistogram, filledBins, histogramOf, sizeOf, takeFrom } from '../../../src/statistics/histogram.ts';
import { quantileOf } from '../../../src/statistics/quantile.ts';
import { anyValues } from '../../statistics/any-values.ts';
import { fuller } from './fuller-store.ts';

const unpacked = (packed: PackedBins) => {
  const counts = emptyHistogram();
  addBins(packed, counts);
  return takeFrom(counts);
};
const packedOf = (values: readonly number[]): PackedBins => packBins(histogramOf(values));

describe('a histogram a hundred times as full', () => {
  it('has a hundred times the votes, in no fewer bins', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const [before, after] = [histogramOf(values), unpacked(fuller(packedOf(values), 100))];
        assert.equal(sizeOf(after), 100 * values.length);
        assert.ok(filledBins(after).length >= filledBins(before).length);
      }),
    );
  });

  it('has the median of before where the votes were of one value, and tails around it', () => {
    const after = unpacked(fuller(packedOf(Array.from({ length: 50 }, () => 80e6)), 100));
    assert.equal(quantileOf(after, 0.5), quantileOf(histogramOf([80e6]), 0.5));
    assert.equal(filledBins(after).length, 49);
  });
});
