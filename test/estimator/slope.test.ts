import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fitSlope, MIN_READINGS } from '../../src/estimator/slope.ts';
import { readingsOf, seeded } from './line.ts';

const BYTES_PER_MS = 12_500; // 100 Mbit/s
const line = readingsOf(() => 100e6, { durationMs: 2000 });

/** Holds back what some of the readings should have shown, as a stalled reader does; the next one has it all. */
const withStalls = (share: number, seed: number) => {
  const dice = seeded(seed);
  return line.map(({ at, bytes }) => ({ at, bytes: dice() < share ? bytes - Math.round(dice() * 2e6) : bytes }));
};

describe('fitSlope', () => {
  it('is exact on a line, and certain of it', () => {
    const { bytesPerMs, halfWidth } = fitSlope(line)!;
    assert.ok(Math.abs(bytesPerMs / BYTES_PER_MS - 1) < 1e-9);
    assert.ok(halfWidth / bytesPerMs < 1e-9);
  });

  it('does not see stalls in a fifth of the readings', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const { bytesPerMs } = fitSlope(withStalls(0.2, seed))!;
      assert.ok(Math.abs(bytesPerMs / BYTES_PER_MS - 1) < 0.005, `${bytesPerMs}`);
    }
  });

  it('covers the true slope about 95 times in 100 where the level of every reading is off', () => {
    const dice = seeded(5);
    let covered = 0;
    for (let run = 0; run < 500; run++) {
      const noisy = line.map(({ at, bytes }) => ({ at, bytes: bytes + (dice() + dice() + dice() - 1.5) * 1e6 }));
      const { bytesPerMs, halfWidth } = fitSlope(noisy)!;
      if (Math.abs(bytesPerMs - BYTES_PER_MS) <= halfWidth) covered++;
    }
    assert.ok(covered > 500 * 0.9, `${covered / 5} %`);
  });

  it('is less sure of a rate that changes than of a level that is off by as much', () => {
    const bent = readingsOf((at) => (at < 1000 ? 80e6 : 120e6), { durationMs: 2000 });
    assert.ok(fitSlope(bent)!.halfWidth / BYTES_PER_MS > 0.05);
  });

  it('tells by how much the counter bends where its rate changes near an end', () => {
    const late = fitSlope(readingsOf((at) => (at < 1500 ? 80e6 : 20e6), { durationMs: 2000 }))!;
    assert.ok(late.bend / late.bytesPerMs < -0.05, `${late.bend / late.bytesPerMs}`);
    const early = fitSlope(readingsOf((at) => (at < 500 ? 20e6 : 80e6), { durationMs: 2000 }))!;
    assert.ok(Math.abs(early.bend / early.bytesPerMs) > 0.05, `${early.bend / early.bytesPerMs}`);
  });

  it('takes a short stall at an end for no bend', () => {
    const stalled = line.map((sample, i) =>
      i === line.length - 1 ? { ...sample, bytes: sample.bytes - 2e6 } : sample,
    );
    assert.ok(Math.abs(fitSlope(stalled)!.bend / BYTES_PER_MS) < 0.001);
  });

  it('looks at the upper readings where most are late: nothing arrives early', () => {
    const dice = seeded(17);
    const held = readingsOf(() => 100e6, { durationMs: 4000 }).map(({ at, bytes }) => ({
      at,
      bytes: Math.max(bytes - Math.round(dice() ** 2 * 12e6 * (at / 2000)), 0),
    }));
    const { bytesPerMs, halfWidth } = fitSlope(held)!;
    assert.ok(halfWidth / bytesPerMs > 0.03);
    assert.ok(Math.abs(bytesPerMs / BYTES_PER_MS - 1) < 0.12, `${bytesPerMs}`);
  });

  it('says nothing of fewer readings than make a line', () => {
    assert.equal(fitSlope(line.slice(0, MIN_READINGS - 1)), null);
  });
});
