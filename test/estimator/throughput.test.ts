import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { batchRates, estimateThroughput, MAX_RAMP_MS } from '../../src/estimator/throughput.ts';
import { readingsOf, seeded } from './line.ts';

const within = (share: number, actual: number, expected: number) =>
  assert.ok(Math.abs(actual / expected - 1) <= share, `${actual} is not within ${share * 100} % of ${expected}`);

describe('estimateThroughput', () => {
  it('finds the rate of a steady line exactly, and is sure of it', () => {
    const estimate = estimateThroughput(readingsOf(() => 96.5e6, { durationMs: 3000 }))!;
    within(1e-6, estimate.bitsPerSecond, 96.5e6);
    assert.ok(estimate.relativeHalfWidth < 1e-4);
    assert.equal(estimate.rampMs, 0);
  });

  it('leaves the slow start out of the rate', () => {
    const doubling = (at: number) => Math.min(1e6 * 2 ** (at / 100), 100e6);
    const estimate = estimateThroughput(readingsOf(doubling, { durationMs: 4000 }))!;
    within(0.005, estimate.bitsPerSecond, 100e6);
  });

  it('takes a slow second before a faster one for the line, not for its start', () => {
    const step = (at: number) => (at < 1000 ? 20e6 : 60e6);
    const estimate = estimateThroughput(readingsOf(step, { durationMs: 4000 }))!;
    assert.equal(estimate.rampMs, 0);
    within(0.01, estimate.bitsPerSecond, 50e6);
  });

  it('gives the mean over time where the rate steps shortly before the end', () => {
    const step = (at: number) => (at < 1500 ? 80e6 : 20e6);
    const estimate = estimateThroughput(readingsOf(step, { durationMs: 2000 }))!;
    within(0.001, estimate.bitsPerSecond, 65e6);
    assert.ok(estimate.relativeHalfWidth > 0.1);
  });

  it('takes in a short faster beginning that no stall explains', () => {
    const step = (at: number) => (at < 300 ? 77e6 : 19e6);
    within(0.01, estimateThroughput(readingsOf(step, { durationMs: 2000 }))!.bitsPerSecond, 27.7e6);
  });

  it('leaves out everything before the last connection was added', () => {
    const late = (at: number) => (at < 1000 ? 50e6 : 80e6);
    const estimate = estimateThroughput(readingsOf(late, { durationMs: 4000 }), 1000)!;
    within(0.001, estimate.bitsPerSecond, 80e6);
  });

  it('does not cut what falls back once the line has been full', () => {
    const dip = (at: number) => (at >= 1000 && at < 2000 ? 60e6 : 100e6);
    assert.equal(estimateThroughput(readingsOf(dip, { durationMs: 3000 }))!.rampMs, 0);
  });

  it('does not see stalls that are made up for, where a mean would end in the middle of one', () => {
    const stalls = (at: number) => (at % 1000 >= 800 ? 0 : at % 1000 < 200 ? 200e6 : 100e6);
    const samples = readingsOf(stalls, { durationMs: 2900 });
    within(0.01, estimateThroughput(samples)!.bitsPerSecond, 100e6);
  });

  it('gives the mean over time of a line whose rate itself steps', () => {
    const steps = (at: number) => (Math.floor(at / 1500) % 2 ? 20e6 : 80e6);
    within(0.12, estimateThroughput(readingsOf(steps, { durationMs: 9000 }))!.bitsPerSecond, 50e6);
  });

  it('takes what stays slow for longer than a ramp can last for the line itself', () => {
    const halves = (at: number) => (at < 2 * MAX_RAMP_MS ? 20e6 : 100e6);
    const estimate = estimateThroughput(readingsOf(halves, { durationMs: 3 * MAX_RAMP_MS }))!;
    assert.ok(estimate.bitsPerSecond < 75e6, `${estimate.bitsPerSecond}`);
  });

  it('stays within 3 % of the mean on a noisy line, whatever the noise', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 1e6, max: 1e9, noNaN: true }), (seed, rate) => {
        const dice = seeded(seed);
        const noise = Array.from({ length: 100 }, () => 1 + 0.2 * (dice() - 0.5));
        const samples = readingsOf((at) => rate * noise[Math.floor(at / 100)]!, { durationMs: 10_000 });
        within(0.03, estimateThroughput(samples)!.bitsPerSecond, rate);
      }),
      { numRuns: 100 },
    );
  });

  it('is less sure of a noisy line than of a quiet one', () => {
    const dice = seeded(7);
    const loud = readingsOf(() => 50e6 * (0.5 + dice()), { durationMs: 3000, stepMs: 250 });
    const quiet = readingsOf(() => 50e6, { durationMs: 3000 });
    assert.ok(estimateThroughput(loud)!.relativeHalfWidth > estimateThroughput(quiet)!.relativeHalfWidth);
  });

  it('gives the plain mean, without any certainty, of a line so fast that the test ended within a batch', () => {
    const estimate = estimateThroughput(readingsOf(() => 4e9, { durationMs: 100, stepMs: 20 }))!;
    within(1e-6, estimate.bitsPerSecond, 4e9);
    assert.equal(estimate.relativeHalfWidth, Number.POSITIVE_INFINITY);
  });

  it('knows nothing before something has moved, and that a counter stands still', () => {
    assert.equal(estimateThroughput([]), null);
    assert.equal(estimateThroughput([{ at: 5, bytes: 0 }]), null);
    assert.equal(estimateThroughput(readingsOf(() => 0, { durationMs: 1000 }))!.bitsPerSecond, 0);
  });
});

describe('batchRates', () => {
  it('adds up to what was moved, however unevenly the counter was read', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ ms: fc.integer({ min: 1, max: 400 }), bytes: fc.nat(1e6) }), {
          minLength: 1,
          maxLength: 60,
        }),
        (steps) => {
          const samples = [{ at: 0, bytes: 0 }];
          for (const { ms, bytes } of steps)
            samples.push({ at: samples.at(-1)!.at + ms, bytes: samples.at(-1)!.bytes + bytes });
          const moved = batchRates(samples).reduce((sum, rate) => sum + (rate * 250) / 8000, 0);
          assert.ok(moved <= samples.at(-1)!.bytes + 1e-6);
          assert.ok(
            moved >=
              (samples.findLast(({ at }) => at <= Math.floor(samples.at(-1)!.at / 250) * 250)?.bytes ?? 0) - 1e-6,
          );
        },
      ),
    );
  });
});
