import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isFilled } from '../../src/estimator/filled.ts';
import { latencyOf, roundTripsPerMinute } from '../../src/estimator/latency.ts';
import type { Confidence, Throughput } from '../../src/protocol/result.ts';

const rate = (confidence: Confidence): Throughput => ({
  bitsPerSecond: 16e6,
  bytes: 16e6,
  durationMs: 8000,
  streams: 6,
  confidence,
  intervalLow: 8e6,
  intervalHigh: 24e6,
  endReason: 'time-limit',
});
const latency = (ms: number) => latencyOf([ms, ms, ms]);

describe('isFilled', () => {
  it('is false where the rate swings and round trips meet no queue', () => {
    assert.equal(isFilled(rate('low'), latency(62.4), latency(62.8)), false);
  });

  it('is true where they do meet a queue: then the line itself swings', () => {
    assert.equal(isFilled(rate('low'), latency(22), latency(73)), true);
  });

  it('is true of an even rate without a queue: the line keeps its queues short', () => {
    assert.equal(isFilled(rate('high'), latency(5), latency(5.2)), true);
    assert.equal(isFilled(rate('medium'), latency(5), latency(5.2)), true);
  });

  it('accuses nobody without latencies to go by', () => {
    assert.equal(isFilled(rate('low'), null, latency(70)), true);
    assert.equal(isFilled(rate('low'), latency(62), null), true);
    assert.equal(isFilled(null, latency(62), latency(62)), true);
  });
});

describe('roundTripsPerMinute', () => {
  it('counts the slower direction', () => {
    assert.equal(roundTripsPerMinute(latency(60), latency(200)), 300);
  });

  it('is unknown where a direction was not measured under load', () => {
    assert.equal(roundTripsPerMinute(latency(60), null), null);
    assert.equal(roundTripsPerMinute(null, null), null);
  });
});
