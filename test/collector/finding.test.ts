import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findingOf } from '../../src/collector/shared-page/finding.ts';
import type { Verification } from '../../src/collector/verify.ts';
import type { Flag } from '../../src/protocol/flag.ts';
import type { Evidence, ResultState } from '../../src/protocol/submission.ts';
import { entryWith } from './entries.ts';

const evidence = (state: ResultState, flags: Flag[] = [], pointKey: Evidence['pointKey'] = KEY): Evidence => ({
  result: entryWith({ state, flags }).result,
  recording: [],
  pointKey,
});
const KEY = { kty: 'OKP', crv: 'Ed25519', x: 'x' } as const;
const holds = (state: Verification['state'], ...flags: Flag[]): Verification => ({
  signature: 'holds',
  state,
  flags,
  agrees: true,
});

describe('findingOf', () => {
  it('confirms what the check bears out and the collector did, too', () => {
    assert.deepEqual(findingOf(evidence('verified', ['late', 'unattributed', 'byte-limit']), holds('verified')), {
      kind: 'confirmed',
      exactly: true,
    });
    assert.deepEqual(findingOf(evidence('verified', ['other-estimator']), holds('verified', 'other-estimator')), {
      kind: 'confirmed',
      exactly: false,
    });
  });

  it('confirms nothing that the collector had its reasons not to believe', () => {
    for (const flag of ['point-not-allowed', 'receipt-of-another-test', 'too-short', 'point-revoked'] as const) {
      const finding = findingOf(evidence('unverified', [flag]), holds('verified'));
      assert.ok(finding.kind !== 'confirmed' && finding.doubt === flag, flag);
    }
    assert.deepEqual(findingOf(evidence('disagrees'), holds('verified')), {
      kind: 'contradicted',
      doubt: 'replay-differs',
    });
  });

  it('tells what nothing confirms from what something contradicts', () => {
    const missing: Verification = {
      signature: 'missing',
      state: 'unverified',
      flags: ['receipt-missing'],
      agrees: true,
    };
    const wrong: Verification = { ...missing, signature: 'does not hold', flags: ['receipt-invalid'] };
    for (const [given, verification, expected] of [
      [evidence('unverified'), missing, { kind: 'unconfirmed', doubt: 'receipt-missing' }],
      [evidence('verified'), wrong, { kind: 'contradicted', doubt: 'receipt-invalid' }],
      [evidence('verified', [], null), wrong, { kind: 'unconfirmed', doubt: 'point-unknown' }],
      [evidence('verified'), holds(null), { kind: 'unconfirmed', doubt: 'no-recording' }],
      [evidence('disagrees', ['loss-differs']), holds(null), { kind: 'contradicted', doubt: 'loss-differs' }],
      [evidence('unverified'), holds('unverified', 'too-short'), { kind: 'unconfirmed', doubt: 'too-short' }],
      [
        evidence('verified', ['tab-hidden']),
        holds('disagrees', 'other-estimator', 'download-rate-differs'),
        { kind: 'contradicted', doubt: 'download-rate-differs' },
      ],
    ] as const)
      assert.deepEqual(findingOf(given, verification), expected);
  });
});
