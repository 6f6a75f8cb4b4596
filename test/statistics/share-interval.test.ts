import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shareInterval } from '../../src/statistics/share-interval.ts';

describe('the interval of a share', () => {
  it('is the one of the literature (Newcombe, Statistics in Medicine 17, 1998, table I)', () => {
    const known = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const;
    for (const [yes, votes, low, high] of known) {
      const interval = shareInterval(yes, votes)!;
      assert.ok(Math.abs(interval.low - low) < 1e-4 && Math.abs(interval.high - high) < 1e-4, `${yes}/${votes}`);
    }
  });

  it('stays between nothing and everything, and is none of no votes', () => {
    assert.equal(shareInterval(0, 0), null);
    for (let votes = 1; votes < 300; votes += 7)
      for (let yes = 0; yes <= votes; yes++) {
        const { low, high } = shareInterval(yes, votes)!;
        assert.ok(low >= 0 && low <= yes / votes && high >= yes / votes && high <= 1, `${yes}/${votes}`);
      }
  });
});
