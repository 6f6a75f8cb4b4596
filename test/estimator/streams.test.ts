import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EARLY_STREAMS, FIRST_STREAMS, wantedStreams } from '../../src/estimator/streams.ts';
import { PLANS } from '../../src/protocol/plan.ts';
import { readingsOf } from './line.ts';

const max = PLANS.standard.maxStreams;
const steady = (rate: number, durationMs = 1000) => readingsOf(() => rate, { durationMs });
const growing = (durationMs: number) => readingsOf((ms) => 4e6 * 2 ** (ms / 250), { durationMs });

describe('wantedStreams', () => {
  it('has four connections as soon as a line is fast enough for them', () => {
    assert.equal(wantedStreams(steady(50e6, 100), FIRST_STREAMS, 0, max), EARLY_STREAMS);
  });

  it('leaves a line on which four would starve one another with two', () => {
    assert.equal(wantedStreams(steady(1e6), FIRST_STREAMS, 0, max), FIRST_STREAMS);
    assert.equal(wantedStreams(steady(0), FIRST_STREAMS, 0, max), FIRST_STREAMS);
  });

  it('adds connections while the rate grows', () => {
    assert.equal(wantedStreams(growing(800), 4, 0, max), 6);
  });

  it('leaves a full line alone', () => {
    assert.equal(wantedStreams(steady(50e6), 4, 0, max), 4);
  });

  it('adds none that would have too little, however the rate grows', () => {
    const slow = readingsOf((ms) => 0.2e6 * 2 ** (ms / 250), { durationMs: 800 });
    assert.equal(wantedStreams(slow, 4, 0, max), 4);
  });

  it('is not taken in by a stall that is made up for', () => {
    const stalled = readingsOf((ms) => (ms < 800 ? 50e6 : ms < 900 ? 0 : 100e6), { durationMs: 1000 });
    assert.equal(wantedStreams(stalled, 4, 0, max), 4);
  });

  it('is not taken in by several stalls that are made up for together', () => {
    const steps = [10, 10, 10, 10, 10, 9, 5, 10, 8, 10, 16, 10]; // Mbit/s, 250 ms each; seen on a line of 10
    const held = readingsOf((ms) => steps[Math.floor(ms / 250)]! * 1e6, { durationMs: 250 * steps.length });
    for (let end = 8; end <= held.length; end++)
      assert.equal(wantedStreams(held.slice(0, end), 4, 0, max), 4, `${end}`);
  });

  it('looks at what the last addition brought before the next one', () => {
    assert.equal(wantedStreams(growing(1000), 4, 900, max), 4);
  });

  it('never asks for more than the plan allows', () => {
    assert.equal(wantedStreams(growing(2000), 5, 0, max), max);
    assert.equal(wantedStreams(growing(2000), max, 0, max), max);
    assert.equal(wantedStreams(steady(50e6, 100), FIRST_STREAMS, 0, 3), 3);
  });

  it('waits for the first readings', () => {
    assert.equal(wantedStreams([], FIRST_STREAMS, 0, max), FIRST_STREAMS);
    assert.equal(wantedStreams([{ at: 0, bytes: 0 }], FIRST_STREAMS, 0, max), FIRST_STREAMS);
  });
});
