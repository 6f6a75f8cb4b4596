import { emptyResult, type Latency, type Result, type Throughput } from '../../src/protocol/result.ts';
import type { Snapshot } from '../../src/protocol/snapshot.ts';
import type { BitsPerSecond, Millis } from '../../src/protocol/units.ts';

/** What a scripted engine has to tell, without what only the ticket knows. */
export type Told = Omit<Result, 'testId' | 'startedAt' | 'plan'>;

/** A rate that climbs and then sways a little, one sample in 250 ms. */
const curve = (rate: BitsPerSecond, samples: number): readonly BitsPerSecond[] =>
  Array.from({ length: samples }, (_, i) =>
    Math.round(rate * Math.min(1, 0.25 + i * 0.18) * (1 + 0.03 * Math.sin(i * 1.7))),
  );

const FAST = { download: 187.4e6, upload: 94.21e6 };

const START: Snapshot = {
  phase: 'choosing',
  elapsedMs: 120,
  phaseProgress: 0.4,
  rate: null,
  downloadTrace: [],
  uploadTrace: [],
  downloadRate: null,
  uploadRate: null,
  idleLatencyMs: null,
  bytesUsed: 0,
  pointId: null,
};
const LATENCY: Snapshot = {
  ...START,
  phase: 'latency',
  elapsedMs: 700,
  phaseProgress: 0.6,
  idleLatencyMs: 6.2,
  pointId: 'da-nang',
};
const DOWNLOAD: Snapshot = {
  ...LATENCY,
  phase: 'download',
  elapsedMs: 3400,
  rate: FAST.download,
  downloadTrace: curve(FAST.download, 14),
  downloadRate: FAST.download,
  bytesUsed: 47.3e6,
};
const UPLOAD: Snapshot = {
  ...DOWNLOAD,
  phase: 'upload',
  elapsedMs: 6100,
  rate: 94.2e6,
  uploadTrace: curve(94.2e6, 11),
  uploadRate: 94.2e6,
  bytesUsed: 88e6,
};
const FINISHING: Snapshot = { ...UPLOAD, phase: 'finishing', elapsedMs: 6300, phaseProgress: 0.5, rate: null };

/** One picture of each phase, on a good line. */
export const SNAPSHOTS: Readonly<Record<Snapshot['phase'], Snapshot>> = {
  choosing: START,
  latency: LATENCY,
  download: DOWNLOAD,
  upload: UPLOAD,
  finishing: FINISHING,
};

const direction = (bitsPerSecond: BitsPerSecond, change: Partial<Throughput> = {}): Throughput => ({
  bitsPerSecond,
  bytes: (bitsPerSecond / 8) * 2.5,
  durationMs: 2500,
  streams: 4,
  confidence: 'high',
  intervalLow: bitsPerSecond * 0.982,
  intervalHigh: bitsPerSecond * 1.018,
  endReason: 'steady',
  ...change,
});

const latency = (medianMs: Millis, jitterMs: Millis = 0.9): Latency => ({
  medianMs,
  minMs: medianMs * 0.8,
  p95Ms: medianMs * 1.7,
  jitterMs,
  samples: 30,
});

export const GOOD_LINE: Told = {
  ...emptyResult('failed', null),
  outcome: 'complete',
  endReason: 'steady',
  point: { id: 'da-nang', scope: 'on-net' },
  operator: { asn: 45899, name: 'VNPT' },
  ipFamily: 6,
  download: direction(FAST.download),
  upload: direction(FAST.upload),
  latency: { idle: latency(6.24), download: latency(23.6), upload: latency(31.2), rpm: 1923 },
  ipv6: { ability: 'works', connectMs4: 6.1, connectMs6: 6.4, preferred: 6 },
};

/** Everything that can be worth a note at once. */
export const WEAK_LINE: Told = {
  ...GOOD_LINE,
  endReason: 'time-limit',
  flags: ['tab-hidden', 'no-websocket', 'time-limit'],
  ipFamily: 4,
  download: direction(3.42e6, { confidence: 'low', intervalLow: 2.1e6, intervalHigh: 4.7e6, endReason: 'time-limit' }),
  upload: direction(0.81e6, { confidence: 'medium', intervalLow: 0.76e6, intervalHigh: 0.86e6 }),
  latency: { idle: latency(48, 17.3), download: latency(310, 64), upload: null, rpm: null },
  ipv6: { ability: 'fails', connectMs4: 48, connectMs6: null, preferred: 4 },
  lossRatio: 0.035,
};

/** Lost on the way up, with little known besides. */
export const HALF_A_TEST: Told = {
  ...GOOD_LINE,
  outcome: 'partial',
  endReason: 'failed',
  upload: null,
  latency: { ...GOOD_LINE.latency, upload: null },
  failure: { code: 'point-lost', message: 'lost' },
  ipv6: { ability: null, connectMs4: null, connectMs6: null, preferred: null },
  operator: null,
};

export const WITHOUT_IPV6: Told = {
  ...GOOD_LINE,
  ipFamily: 4,
  ipv6: { ability: 'fails', connectMs4: 6.1, connectMs6: null, preferred: 4 },
  lossRatio: 0,
};
