import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { latencyOf } from '../../src/estimator/latency.ts';
import { correlation, deviation, mean, meanHalfWidth, median, quantile } from '../../src/estimator/statistics.ts';
import { seeded } from './line.ts';

const values = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 200 });

describe('quantile', () => {
  it('has as many values below it as its share says', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (sample, share) => {
        const q = quantile(sample, share);
        const below = sample.filter((x) => x < q).length;
        const notAbove = sample.filter((x) => x <= q).length;
        assert.ok(
          below <= Math.ceil((sample.length - 1) * share) && notAbove >= Math.floor((sample.length - 1) * share),
        );
      }),
    );
  });

  it('is the middle value, or the mean of the two middle ones, at one half', () => {
    assert.equal(median([3, 1, 2]), 2);
    assert.equal(median([4, 1, 3, 2]), 2.5);
  });
});

describe('meanHalfWidth', () => {
  it('covers the true mean of independent samples about 95 times in 100', () => {
    const dice = seeded(1);
    let covered = 0;
    for (let i = 0; i < 2000; i++) {
      const sample = Array.from({ length: 20 }, () => dice() + dice() + dice());
      if (Math.abs(mean(sample) - 1.5) <= meanHalfWidth(sample)) covered++;
    }
    assert.ok(covered > 2000 * 0.91 && covered < 2000 * 0.985, `${covered / 20} %`);
  });

  it('is surer of stalls that are made up for than of a rate that drifts', () => {
    const alternating = Array.from({ length: 20 }, (_, i) => 100 + (i % 2 ? 10 : -10));
    const drifting = Array.from({ length: 20 }, (_, i) => 100 + (i < 10 ? 10 : -10));
    assert.equal(deviation(alternating), deviation(drifting));
    assert.ok(meanHalfWidth(alternating) * 3 < meanHalfWidth(drifting));
  });

  it('is sure of nothing from a single value, and certain of values that are all the same', () => {
    assert.equal(meanHalfWidth([5]), Number.POSITIVE_INFINITY);
    assert.equal(meanHalfWidth([5, 5, 5]), 0);
    assert.equal(correlation([5, 5, 5]), 0);
  });
});

describe('latencyOf', () => {
  it('gives median, minimum, p95 and the mean step between consecutive round trips', () => {
    assert.deepEqual(latencyOf([10, 14, 12, 20]), { medianMs: 13, minMs: 10, p95Ms: 19.1, jitterMs: 4.67, samples: 4 });
  });

  it('says null where nothing was measured, never 0', () => {
    assert.equal(latencyOf([]), null);
    assert.equal(latencyOf([10])!.jitterMs, null);
  });
});
