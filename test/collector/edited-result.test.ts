import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import { COLLECTOR_PATHS } from '../../src/protocol/endpoints.ts';
import { type Observation, packRecording } from '../../src/protocol/observation.ts';
import { packCurve, unpackCurve } from '../../src/protocol/receipt.ts';
import { EARLIER_ESTIMATOR_VERSIONS } from '../../src/protocol/result.ts';
import { AcceptedSchema, type Submission } from '../../src/protocol/submission.ts';
import { createBench } from './bench.ts';
import { honestClaims, honestLog, honestRun } from './honest-run.ts';

const { results } = COLLECTOR_PATHS;

const bench = await createBench();

/** What becomes of a submission that an honest one was turned into. */
const verdictOn = async (change: (honest: Submission) => Submission | Promise<Submission>) => {
  const submission = await change(await honestRun(await bench.openTest(), bench.hanoi));
  const answer = await bench.post(results, submission);
  assert.equal(answer.status, 201);
  const { state, flags, testId } = v.parse(AcceptedSchema, await answer.json());
  assert.equal((await bench.stored(testId)).state, state);
  return { state, flags };
};

const withResult = (submission: Submission, change: Partial<Submission['result']>): Submission => ({
  ...submission,
  result: { ...submission.result, ...change },
});

/** An honest log in which one more fact was seen. */
const withFact = (fact: Observation): Observation[] => {
  const log = honestLog('hanoi');
  return [...log.slice(0, 3), fact, ...log.slice(3)];
};

describe('an edited result', () => {
  const differs = { state: 'disagrees', flags: ['replay-differs'] };

  it('disagrees when the upload rate was raised', async () => {
    const forged = (honest: Submission) =>
      withResult(honest, {
        upload: { ...honest.result.upload!, bitsPerSecond: honest.result.upload!.bitsPerSecond + 1 },
      });
    assert.deepEqual(await verdictOn(forged), differs);
  });

  it('disagrees when the latency was lowered', async () => {
    const forged = (honest: Submission) =>
      withResult(honest, {
        latency: { ...honest.result.latency, idle: { ...honest.result.latency.idle!, medianMs: 1 } },
      });
    assert.deepEqual(await verdictOn(forged), differs);
  });

  it('disagrees when a flag was taken off', async () => {
    const log = withFact({ kind: 'flagged', at: 100, flag: 'tab-hidden' });
    const submission = await honestRun(await bench.openTest(), bench.hanoi, { log });
    assert.deepEqual(submission.result.flags, ['tab-hidden']);
    const answer = await bench.post(results, withResult(submission, { flags: [] }));
    const { state, flags } = v.parse(AcceptedSchema, await answer.json());
    assert.deepEqual({ state, flags }, differs);
  });

  it('disagrees when it names a version of the estimator that never was', async () => {
    assert.deepEqual(await verdictOn((honest) => withResult(honest, { estimatorVersion: '0' })), differs);
  });

  it('disagrees when an older estimator’s result names another operator, family or point, or calls a part the whole', async () => {
    const older = { estimatorVersion: EARLIER_ESTIMATOR_VERSIONS[0]! };
    assert.deepEqual(await verdictOn((honest) => withResult(honest, older)), {
      state: 'verified',
      flags: ['other-estimator'],
    });
    for (const change of [
      { operator: { asn: 45899, name: 'VNPT' } },
      { ipFamily: 4 },
      { point: { id: 'da-nang', scope: 'exchange' } },
      { outcome: 'partial' },
    ] as const)
      assert.deepEqual(await verdictOn((honest) => withResult(honest, { ...older, ...change })), {
        state: 'disagrees',
        flags: ['other-estimator', 'replay-differs'],
      });
  });

  it('does not depend on the version of the engine around the estimator', async () => {
    const older = await verdictOn((honest) => withResult(honest, { engineVersion: '0.0.1' }));
    assert.deepEqual(older, { state: 'verified', flags: [] });
  });

  it('disagrees, and keeps the ticket’s start, when the start was moved to another month', async () => {
    const grant = await bench.openTest();
    const submission = await honestRun(grant, bench.hanoi);
    await bench.post(results, withResult(submission, { startedAt: '2026-10-01T00:00:00.000Z' }));
    const { state, startedAt } = await bench.stored(grant.testId);
    assert.deepEqual([state, startedAt], ['disagrees', grant.issuedAt]);
  });

  it('disagrees when it names another point than the one that signed', async () => {
    const grant = await bench.openTest();
    const submission = await honestRun(grant, bench.daNang, { pointId: 'da-nang' });
    const log = honestLog('hanoi');
    const claimed = {
      ...withResult(submission, { point: { id: 'hanoi', scope: 'exchange' } }),
      recording: packRecording([...log, { kind: 'receipt', at: 0, claims: honestClaims(grant.testId, 'da-nang') }]),
    };
    const { state, flags } = v.parse(AcceptedSchema, await (await bench.post(results, claimed)).json());
    assert.deepEqual({ state, flags }, differs);
  });

  it('disagrees when the scope is not the one the point is registered with', async () => {
    const log = [
      { kind: 'point-chosen', at: 40, pointId: 'hanoi', scope: 'on-net' } as const,
      ...honestLog('hanoi').slice(1),
    ];
    const submission = await honestRun(await bench.openTest(), bench.hanoi, { log });
    const { state, flags } = v.parse(AcceptedSchema, await (await bench.post(results, submission)).json());
    assert.deepEqual({ state, flags }, differs);
  });

  it('disagrees when the recording is nothing an engine could have seen', async () => {
    const broken = (honest: Submission): Submission => ({
      ...honest,
      recording: honest.recording.map((entry) =>
        Array.isArray(entry) ? [entry[0], 170_000 - entry[1], entry[2]] : entry,
      ),
    });
    assert.deepEqual(await verdictOn(broken), differs);
  });

  it('is refused when it goes on for longer than any run', async () => {
    const honest = await honestRun(await bench.openTest(), bench.hanoi);
    const recording = honest.recording.map((entry, i) =>
      Array.isArray(entry) && i > 80 ? ([entry[0], 1e15, entry[2]] as typeof entry) : entry,
    );
    assert.equal((await bench.post(results, { ...honest, recording })).status, 422);
  });

  it('cannot give itself the collector’s flags', async () => {
    const forged = (honest: Submission) => withResult(honest, { flags: ['late'] });
    assert.deepEqual(await verdictOn(forged), differs);
  });
});

describe('an inflated download', () => {
  /** The whole run replayed over a recording in which the browser read `factor` times as much. */
  const inflated = async (factor: number, sentFactor: number) => {
    const grant = await bench.openTest();
    let downloading = false;
    const log = honestLog('hanoi').map((seen): Observation => {
      if (seen.kind === 'phase-began') downloading = seen.phase === 'download';
      return seen.kind === 'bytes' && downloading ? { ...seen, bytes: Math.round(seen.bytes * factor) } : seen;
    });
    const honest = honestClaims(grant.testId, 'hanoi');
    const sent = unpackCurve(honest.download!).map(({ at, bytes }) => ({ at, bytes: Math.round(bytes * sentFactor) }));
    const claims = { ...honest, download: packCurve(sent, 4) };
    const submission = await honestRun(grant, bench.hanoi, { log, claims });
    const { state, flags } = v.parse(AcceptedSchema, await (await bench.post(results, submission)).json());
    return { state, flags };
  };

  it('is verified while it is what the point sent', async () => {
    assert.deepEqual(await inflated(3, 3), { state: 'verified', flags: [] });
  });

  it('disagrees when the browser claims more bytes than the point sent', async () => {
    const { state, flags } = await inflated(1.05, 1);
    assert.equal(state, 'disagrees');
    assert.ok(flags.includes('download-exceeds-receipt'));
  });

  it('disagrees when the browser claims another rate than the point’s curve gives', async () => {
    assert.deepEqual(await inflated(0.5, 1), { state: 'disagrees', flags: ['download-rate-differs'] });
  });

  it('disagrees when the same bytes are said to have come in half the time', async () => {
    const grant = await bench.openTest();
    const faster = honestLog('hanoi').flatMap((seen): Observation[] => {
      const inDownload = seen.at >= 500 && seen.at <= 3000;
      if (!inDownload || seen.kind === 'phase-began' || seen.kind === 'streams') return [seen];
      const at = 500 + (seen.at - 500) / 2;
      return [seen.kind === 'phase-ended' ? { ...seen, at, countedMs: seen.countedMs / 2 } : { ...seen, at }];
    });
    const submission = await honestRun(grant, bench.hanoi, { log: faster });
    assert.ok(submission.result.download!.bitsPerSecond > 190e6);
    const { state, flags } = v.parse(AcceptedSchema, await (await bench.post(results, submission)).json());
    assert.equal(state, 'disagrees');
    assert.ok(flags.includes('download-rate-differs') && flags.includes('too-short'));
  });

  it('disagrees when the point sent nothing at all', async () => {
    const grant = await bench.openTest();
    const claims = { ...honestClaims(grant.testId, 'hanoi'), download: null };
    const submission = await honestRun(grant, bench.hanoi, { claims });
    const { state, flags } = v.parse(AcceptedSchema, await (await bench.post(results, submission)).json());
    assert.deepEqual({ state, flags }, { state: 'disagrees', flags: ['download-exceeds-receipt'] });
  });
});

describe('an upload that no point vouches for', () => {
  it('disagrees, however well the recording supports it', async () => {
    const grant = await bench.openTest();
    const claims = { ...honestClaims(grant.testId, 'hanoi'), upload: null };
    const honest = await honestRun(grant, bench.hanoi);
    const forged = await honestRun(grant, bench.hanoi, { claims });
    const submission = { ...forged, result: { ...forged.result, outcome: 'complete', upload: honest.result.upload } };
    const { state, flags } = v.parse(AcceptedSchema, await (await bench.post(results, submission)).json());
    assert.deepEqual({ state, flags }, { state: 'disagrees', flags: ['replay-differs'] });
  });
});

describe('a curve too short to bound a rate', () => {
  it('verifies nothing', async () => {
    const grant = await bench.openTest();
    const honest = honestClaims(grant.testId, 'hanoi');
    const bytes = unpackCurve(honest.download!).at(-1)!.bytes;
    const claims = { ...honest, download: packCurve([{ at: 24, bytes }], 2) };
    const submission = await honestRun(grant, bench.hanoi, { claims });
    const { state, flags } = v.parse(AcceptedSchema, await (await bench.post(results, submission)).json());
    assert.deepEqual({ state, flags }, { state: 'unverified', flags: ['too-short'] });
  });
});

describe('a recording made to be slow to replay', () => {
  it('is answered at once, and disagrees', async () => {
    const honest = await honestRun(await bench.openTest(), bench.hanoi);
    const recording = honest.recording.flatMap((entry): unknown[] =>
      Array.isArray(entry) && entry[0] === 'b' ? Array.from({ length: 20 }, () => ['b', 170_000, 1]) : [entry],
    );
    const from = performance.now();
    const answer = await bench.post(results, { ...honest, recording: recording.slice(0, 700) });
    assert.deepEqual(v.parse(AcceptedSchema, await answer.json()).flags, ['replay-differs']);
    assert.ok(performance.now() - from < 1000);
  });
});

describe('a partial result', () => {
  it('is judged like a whole one and stays out of the figures', async () => {
    const grant = await bench.openTest();
    const log = honestLog('hanoi').filter(({ at }) => at < 3100);
    const claims = { ...honestClaims(grant.testId, 'hanoi'), upload: null };
    const submission = await honestRun(grant, bench.hanoi, { log, claims, province: '48' });
    assert.equal(submission.result.outcome, 'partial');
    const accepted = v.parse(AcceptedSchema, await (await bench.post(results, submission)).json());
    assert.deepEqual([accepted.state, accepted.flags], ['verified', []]);
    assert.deepEqual(await bench.store.tallies({ month: null, province: '48' }), []);
  });

  it('carries the failure that cut it short', async () => {
    const grant = await bench.openTest();
    const failure = { code: 'point-lost', message: 'The point was lost while uploading.' } as const;
    const log = honestLog('hanoi').filter(({ at }) => at < 3100);
    const submission = await honestRun(grant, bench.hanoi, { log, failure });
    const accepted = v.parse(AcceptedSchema, await (await bench.post(results, submission)).json());
    assert.equal(accepted.state, 'verified');
    assert.deepEqual((await bench.stored(grant.testId)).failure, failure);
  });
});
