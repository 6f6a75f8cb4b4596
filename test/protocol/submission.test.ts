import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import { replay } from '../../src/estimator/replay.ts';
import { LOADED_INTERVAL_MS } from '../../src/engine/latency-phase.ts';
import { READING_MS } from '../../src/engine/direction-phase.ts';
import { FLAG_EXAMPLES } from './flag-examples.ts';
import { type Observation, packRecording, RecordingSchema } from '../../src/protocol/observation.ts';
import { PLANS } from '../../src/protocol/plan.ts';
import { CURVE_STEP_MS, packCurve } from '../../src/protocol/receipt.ts';
import { MAX_SUBMISSION_BYTES } from '../../src/protocol/submission.ts';
import { readingsOf } from '../estimator/line.ts';

/** The longest run of any plan, on a line just slow enough that its time is up before its bytes are. */
const longestRun = (): { log: Observation[]; receiptBytes: number } => {
  const plan = PLANS.thorough;
  const rate = (plan.download.maxBytes * 8000) / plan.download.maxMs;
  const direction = (phase: 'download' | 'upload', from: number): Observation[] => {
    const samples = readingsOf(() => rate, { durationMs: plan[phase].maxMs, stepMs: READING_MS });
    const pings = Math.floor(plan[phase].maxMs / LOADED_INTERVAL_MS);
    return [
      { kind: 'phase-began', at: from, phase },
      ...[2, 4, 6].map((count, i): Observation => ({ kind: 'streams', at: from + 500 * i, count })),
      ...samples.map(({ at, bytes }): Observation => ({ kind: 'bytes', at: from + at, bytes })),
      ...Array.from({ length: pings }, (_, i): Observation => ({
        kind: 'round-trip',
        at: from + i * LOADED_INTERVAL_MS,
        ms: 1234.5,
      })),
      { kind: 'phase-ended', at: from + plan[phase].maxMs, phase, reason: 'time-limit', countedMs: plan[phase].maxMs },
    ].sort((a, b) => a.at - b.at) as Observation[];
  };
  const curve = packCurve(readingsOf(() => rate, { durationMs: plan.upload.maxMs, stepMs: CURVE_STEP_MS }).slice(1), 6);
  const claims = {
    iss: 'x'.repeat(30),
    jti: '01932f6e-0000-7000-8000-000000000000',
    iat: 1_800_000_000,
    scope: 'exchange',
    ipFamily: 6,
    operator: { asn: 45_899, name: 'Tập đoàn Bưu chính Viễn thông Việt Nam' },
    download: curve,
    upload: curve,
  } as const;
  const log: Observation[] = [
    { kind: 'point-chosen', at: 300, pointId: 'x'.repeat(30), scope: 'exchange' },
    ...FLAG_EXAMPLES,
    ...(['ipv4', 'ipv6', 'dual'] as const).map((host): Observation => ({
      kind: 'family-probed',
      at: 400,
      host,
      reach: 'works',
      connectMs: 123.4,
      ipFamily: 6,
    })),
    { kind: 'phase-began', at: 500, phase: 'latency' },
    ...Array.from({ length: plan.latencySamples }, (_, i): Observation => ({
      kind: 'round-trip',
      at: 500 + 70 * i,
      ms: 123.4,
    })),
    { kind: 'phase-ended', at: 3500, phase: 'latency', reason: 'steady', countedMs: 0 },
    ...direction('download', 4000),
    ...direction('upload', 20_000),
    { kind: 'receipt', at: 36_000, claims },
  ];
  // A compact JWS: header and signature, and the claims in base64url.
  return { log, receiptBytes: 200 + Math.ceil((JSON.stringify(claims).length * 4) / 3) };
};

describe('a submission', () => {
  it('of the longest run fits the collector’s limit, so that no honest result is too large to be counted', () => {
    const { log, receiptBytes } = longestRun();
    const recording = v.parse(RecordingSchema, packRecording(log));
    const result = replay(log, {
      testId: '01932f6e-0000-7000-8000-000000000000',
      startedAt: '2026-11-22T00:00:00.000Z',
      plan: 'thorough',
      failure: null,
    });
    const ticket = randomBytes(450).toString('hex');
    const receipt = 'x'.repeat(receiptBytes);
    const body = JSON.stringify({ ticket, result, recording, receipt, province: '48', consentVersion: '2026-11-01' });
    assert.ok(Buffer.byteLength(body) <= MAX_SUBMISSION_BYTES, `${Buffer.byteLength(body)} bytes`);
  });

  it('leaves out what was seen of a point that was given up', () => {
    const { log } = longestRun();
    const twice = packRecording([...log.filter(({ kind }) => kind !== 'receipt'), ...log]);
    assert.ok(twice.length <= packRecording(log).length + FLAG_EXAMPLES.length);
  });
});
