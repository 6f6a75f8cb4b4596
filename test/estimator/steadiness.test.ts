import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PATIENCE_MS, stopReason } from '../../src/estimator/steadiness.ts';
import { estimateThroughput } from '../../src/estimator/throughput.ts';
import { PLANS } from '../../src/protocol/plan.ts';
import type { ByteSample } from '../../src/protocol/receipt.ts';
import { readingsOf, seeded } from './line.ts';

const plan = PLANS.standard.download;
const stopOf = (samples: readonly ByteSample[]) => stopReason(plan, samples, estimateThroughput(samples));

/** Feeds the readings one by one, as they come in a run; when and why it would have stopped. */
const stopping = (samples: readonly ByteSample[]) => {
  for (let i = 1; i <= samples.length; i++) {
    const reason = stopOf(samples.slice(0, i));
    if (reason) return { reason, at: samples[i - 1]!.at };
  }
  return { reason: null, at: samples.at(-1)!.at };
};

describe('stopReason', () => {
  it('stops a steady line as soon as the plan allows', () => {
    assert.deepEqual(stopping(readingsOf(() => 100e6, { durationMs: 12_000 })), { reason: 'steady', at: plan.minMs });
  });

  it('keeps measuring a line that jumps about until the time limit', () => {
    const dice = seeded(3);
    const jumps = Array.from({ length: 60 }, () => 5e6 + 60e6 * dice() ** 2);
    const { reason, at } = stopping(readingsOf((ms) => jumps[Math.floor(ms / 250)]!, { durationMs: 12_000 }));
    assert.equal(reason, 'time-limit');
    assert.equal(at, plan.maxMs);
  });

  it('is content with half the precision once it has waited long enough', () => {
    const dice = seeded(11);
    const late = readingsOf(() => 20e6, { durationMs: 8000 }).map(({ at, bytes }) => ({
      at,
      bytes: Math.max(bytes - Math.round(dice() * 1.2e6), 0),
    }));
    const { reason, at } = stopping(late);
    assert.equal(reason, 'steady');
    assert.ok(at >= PATIENCE_MS && at < plan.maxMs, `${at}`);
  });

  it('stops at the byte cap on a line so fast that it comes first', () => {
    const { reason, at } = stopping(readingsOf(() => 8e9, { durationMs: 3000 }));
    assert.equal(reason, 'byte-limit');
    assert.ok(at < plan.minMs);
  });

  it('never calls a line steady while it still ramps up', () => {
    const ramp = (ms: number) => 1e6 + ms * 20e3;
    assert.notEqual(stopping(readingsOf(ramp, { durationMs: 4000 })).reason, 'steady');
  });

  it('has nothing to say before the first reading', () => {
    assert.equal(stopReason(plan, [], null), null);
  });
});
