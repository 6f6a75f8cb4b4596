import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { agreesWithDatagrams, lossRatioOf } from '../../src/estimator/loss.ts';
import type { ReceiptClaims } from '../../src/protocol/receipt.ts';

const receiptOf = (received: number | null): ReceiptClaims => ({
  iss: 'here',
  jti: '01932f6e-0000-7000-8000-000000000000',
  iat: 0,
  scope: 'exchange',
  ipFamily: 4,
  operator: null,
  download: null,
  upload: null,
  datagrams: received === null ? null : { received, sentAtLeast: received },
});
const ratio = (sent: number, received: number | null, echoed: number) =>
  lossRatioOf({ datagrams: { sent, echoed }, receipt: receiptOf(received) });

describe('the share of datagrams lost', () => {
  it('is what was lost either way of all that set out either way', () => {
    assert.equal(ratio(100, 100, 100), 0);
    assert.equal(ratio(100, 90, 81), 19 / 190);
    assert.equal(ratio(100, 0, 0), 1);
  });

  it('is the share that a line loses which loses the same each way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (percent) => {
        const received = 10_000 - 100 * percent;
        assert.ok(Math.abs(ratio(10_000, received, (received * received) / 10_000)! - percent / 100) < 1e-9);
      }),
    );
  });

  it('is not known without the point’s own count, nor where nothing was sent', () => {
    assert.equal(ratio(100, null, 100), null);
    assert.equal(ratio(0, 0, 0), null);
    assert.equal(lossRatioOf({ datagrams: { sent: 100, echoed: 100 }, receipt: null }), null);
    assert.equal(lossRatioOf({ datagrams: null, receipt: receiptOf(0) }), null);
  });
});

describe('a browser’s count of datagrams', () => {
  const seen = { received: 95, sentAtLeast: 99 };

  it('agrees with the point’s where both can be true', () => {
    assert.ok(agreesWithDatagrams({ sent: 100, echoed: 90 }, seen));
    assert.ok(agreesWithDatagrams({ sent: 99, echoed: 95 }, seen));
  });

  it('does not where more came back than arrived, or fewer were sent than arrived or were numbered', () => {
    assert.ok(!agreesWithDatagrams({ sent: 100, echoed: 96 }, seen));
    assert.ok(!agreesWithDatagrams({ sent: 94, echoed: 90 }, seen));
    assert.ok(!agreesWithDatagrams({ sent: 98, echoed: 95 }, seen));
  });
});
