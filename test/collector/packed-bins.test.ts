import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addBins, bumpBin, packBins, type PackedBins } from '../../src/collector/packed-bins.ts';
import { binOf, emptyHistogram, histogramOf, takeFrom } from '../../src/statistics/histogram.ts';
import { anyValue, anyValues } from '../statistics/any-values.ts';

const unpacked = (packed: PackedBins) => {
  const counts = emptyHistogram();
  addBins(packed, counts);
  return takeFrom(counts);
};

describe('a packed histogram', () => {
  it('is unpacked to what was packed', () => {
    fc.assert(
      fc.property(anyValues, (values) =>
        assert.deepEqual(unpacked(packBins(histogramOf(values))), histogramOf(values)),
      ),
    );
    assert.equal(packBins(histogramOf([])), '');
    assert.equal(packBins(histogramOf([1, 1, 10])), `0:2${','.repeat(64)}1`);
  });

  it('is the same text whether values were packed at once or came and went one by one', () => {
    fc.assert(
      fc.property(fc.array(anyValue, { maxLength: 30 }), fc.array(anyValue, { maxLength: 30 }), (staying, going) => {
        const bump = (by: number) => (packed: PackedBins, value: number) => bumpBin(packed, binOf(value), by);
        const all = [...going, ...staying].reduce(bump(1), '');
        assert.equal(all, packBins(histogramOf([...going, ...staying])));
        assert.equal(going.reduce(bump(-1), all), packBins(histogramOf(staying)));
      }),
      { numRuns: 500 },
    );
  });
});
