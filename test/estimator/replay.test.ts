import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agreesWithCurve } from '../../src/estimator/agreement.ts';
import { replay } from '../../src/estimator/replay.ts';
import type { RunIdentity } from '../../src/estimator/result-of.ts';
import { type Observation, packRecording, type Recording, unpackRecording } from '../../src/protocol/observation.ts';
import { packCurve, unpackCurve } from '../../src/protocol/receipt.ts';
import { readTraces, replayTrace } from '../traces/trace.ts';
import { honestLog, readingsOf } from './line.ts';

const identity: RunIdentity = {
  testId: '01932f6e-0000-7000-8000-000000000000',
  startedAt: '2026-11-22T00:00:00.000Z',
  plan: 'standard',
  failure: null,
};
const upload = readingsOf(() => 20e6, { durationMs: 2500 });
const log = honestLog({ download: readingsOf(() => 100e6, { durationMs: 2500 }), upload });
const receipt = (curve = packCurve(upload.slice(1), 2)): Observation => ({
  kind: 'receipt',
  at: 9000,
  claims: {
    iss: 'here',
    jti: identity.testId!,
    iat: 0,
    scope: 'exchange',
    ipFamily: 6,
    operator: null,
    download: null,
    upload: curve,
  },
});

describe('replay', () => {
  it('gives a complete result of an honest log', () => {
    const result = replay([...log, receipt()], identity);
    assert.equal(result.outcome, 'complete');
    assert.equal(result.endReason, 'steady');
    assert.equal(result.download?.bitsPerSecond, 100e6);
    assert.equal(result.upload?.bitsPerSecond, 20e6);
    assert.equal(result.latency.idle?.medianMs, 21.5);
    assert.equal(result.latency.download?.samples, 2);
    assert.deepEqual(result.ipv6, { ability: 'works', connectMs4: 5, connectMs6: 6, preferred: 6 });
    assert.deepEqual(result.flags, []);
  });

  it('takes the upload from the receipt, not from what the browser heard meanwhile', () => {
    const slower = packCurve(readingsOf(() => 10e6, { durationMs: 2500 }).slice(1), 2);
    assert.equal(replay([...log, receipt(slower)], identity).upload?.bitsPerSecond, 10e6);
  });

  it('does not count what trickled into the point after the stop', () => {
    const trickle = packCurve([...upload.slice(1), { at: 4000, bytes: upload.at(-1)!.bytes + 10 }], 2);
    assert.equal(replay([...log, receipt(trickle)], identity).upload?.bitsPerSecond, 20e6);
  });

  it('says so when there is no receipt', () => {
    assert.deepEqual(replay(log, identity).flags, ['no-receipt']);
  });

  it('calls a run without an upload partial, and one without anything failed', () => {
    const until = (phase: string) =>
      log.slice(
        0,
        log.findIndex((o) => o.kind === 'phase-began' && o.phase === phase),
      );
    assert.equal(replay(until('upload'), identity).outcome, 'partial');
    assert.equal(replay(until('download'), identity).outcome, 'failed');
  });

  it('forgets an earlier point when another one takes over', () => {
    const second = log.map((o) => (o.kind === 'point-chosen' ? { ...o, pointId: 'there' } : o));
    const result = replay(
      [...log, { kind: 'flagged', at: 9000, flag: 'point-changed' }, ...second, receipt()],
      identity,
    );
    assert.equal(result.point?.id, 'there');
    assert.equal(result.latency.idle?.samples, 4);
    assert.deepEqual(result.flags, ['point-changed']);
  });

  it('comes to the same result from the recording that is posted', () => {
    const full = [...log, receipt()];
    const posted = JSON.parse(JSON.stringify(packRecording(full))) as Recording;
    assert.ok(posted.length < full.length, 'upload readings are left to the receipt');
    assert.deepEqual(replay([...unpackRecording(posted), receipt()], identity), replay(full, identity));
  });

  it('comes to the same result from an unverified recording, which keeps its upload readings', () => {
    assert.deepEqual(replay(unpackRecording(packRecording(log)), identity), replay(log, identity));
  });
});

/**
 * Within 5 % of the link, but for: a gigabit, which two cores cannot emulate and fill at once; what congestion control leaves unused
 * where it loses packets (`not-filled` on CUBIC), or on a long way; and one run of three in which BBR fell back on a short queue.
 */
const TOLERANCE: Readonly<Record<string, number>> = {
  'gig bbr': 0.35,
  'gig cubic': 0.15,
  'lossy4g cubic': 0.25,
  'overseas bbr': 0.06,
  'adsl bbr': 0.11,
  'variable bbr': 0.06,
};

/** Claims this many times too high and too low are refused on every line. */
const REFUSED = { over: 3, under: 5 };

describe('recorded runs', () => {
  const traces = readTraces();
  assert.ok(traces.size >= 50, 'traces are there');
  for (const [name, trace] of traces) {
    it(`${name} replays to the result it had, and comes near the link`, () => {
      const again = replayTrace(trace);
      assert.deepEqual(again, trace.result);
      const tolerance = TOLERANCE[`${trace.link} ${trace.congestion}`] ?? 0.05;
      for (const [rate, truth] of [
        [again.download!.bitsPerSecond, trace.truth.down],
        [again.upload!.bitsPerSecond, trace.truth.up],
      ] as const)
        assert.ok(Math.abs(rate / truth - 1) < tolerance, `${rate / 1e6} of ${truth / 1e6} Mbit/s`);
    });

    it(`${name}: the point's own curve bears the download out, and no rate far from it`, () => {
      const claim = trace.result.download!;
      const { over, under } = REFUSED;
      assert.ok(agreesWithCurve(claim, trace.receipt.download!));
      assert.ok(!agreesWithCurve({ ...claim, bitsPerSecond: claim.bitsPerSecond * over }, trace.receipt.download!));
      assert.ok(!agreesWithCurve({ ...claim, bitsPerSecond: claim.bitsPerSecond / under }, trace.receipt.download!));
    });
  }
});

describe('packCurve', () => {
  it('gives back whole-millisecond readings unchanged', () => {
    const readings = [{ at: 0, bytes: 0 }, ...upload.slice(1)];
    assert.deepEqual(unpackCurve(packCurve(upload.slice(1), 3)), readings);
  });
});
