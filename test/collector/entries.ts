import { randomUUID } from 'node:crypto';
import type { ResultEntry } from '../../src/collector/result-store.ts';
import { emptyResult, type Throughput } from '../../src/protocol/result.ts';
import { PROVINCE_CODES } from '../../src/protocol/province.ts';
import type { StoredResult } from '../../src/protocol/submission.ts';

export const throughput = (bitsPerSecond: number): Throughput => ({
  bitsPerSecond,
  bytes: 1e7,
  durationMs: 2500,
  streams: 4,
  confidence: 'high',
  intervalLow: bitsPerSecond,
  intervalHigh: bitsPerSecond,
  endReason: 'steady',
});

/** An entry a store can keep: verified and complete unless told otherwise. */
export const entryWith = (
  change: Partial<StoredResult> = {},
  {
    bodyHash = randomUUID(),
    consentVersion = '1',
    sourceKey = null,
    recording = null,
  }: Partial<Omit<ResultEntry, 'result'>> = {},
): ResultEntry => {
  const result: StoredResult = {
    ...emptyResult('failed', null),
    testId: randomUUID(),
    outcome: 'complete',
    endReason: 'steady',
    startedAt: '2026-11-22T03:04:05.000Z',
    plan: 'standard',
    point: { id: 'hanoi', scope: 'exchange' },
    operator: { asn: 7552, name: 'Viettel' },
    ipFamily: 6,
    download: throughput(100e6),
    upload: throughput(20e6),
    flags: [],
    state: 'verified',
    site: 'hanoi.gov.vn',
    context: 'citizen',
    kiosk: null,
    access: null,
    province: '01',
    provinceCodes: PROVINCE_CODES,
    receivedAt: '2026-11-22T03:04:30.000Z',
    receipt: 'a.b.c',
    ...change,
  };
  return { result, bodyHash, consentVersion, sourceKey, recording };
};
