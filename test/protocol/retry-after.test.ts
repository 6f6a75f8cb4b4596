import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { retryAfterMs } from '../../src/protocol/retry-after.ts';

const NOW = Date.UTC(2026, 10, 22, 3, 4, 5);

describe('retryAfterMs', () => {
  it('reads seconds and dates', () => {
    assert.equal(retryAfterMs('10', NOW), 10_000);
    assert.equal(retryAfterMs('Sun, 22 Nov 2026 03:04:35 GMT', NOW), 30_000);
    assert.equal(retryAfterMs('Sun, 22 Nov 2026 03:00:00 GMT', NOW), 0);
  });

  it('knows nothing without a usable header', () => {
    for (const header of [null, '', 'soon', '-']) assert.equal(retryAfterMs(header, NOW), null);
  });
});
