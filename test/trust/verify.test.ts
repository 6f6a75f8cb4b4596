import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import { verify } from '../../src/collector/verify.ts';
import { COLLECTOR_PATHS, evidencePath } from '../../src/protocol/endpoints.ts';
import { type Evidence, EvidenceSchema } from '../../src/protocol/submission.ts';
import { createBench } from '../collector/bench.ts';
import { honestRun } from '../collector/honest-run.ts';
import { temporaryFolder } from '../collector/temporary-folder.ts';

const bench = await createBench();
const evidenceOf = async (change: object = {}): Promise<Evidence> => {
  const grant = await bench.openTest();
  await bench.post(COLLECTOR_PATHS.results, { ...(await honestRun(grant, bench.hanoi)), ...change });
  const answer = await bench.app.request(evidencePath(grant.testId));
  return v.parse(EvidenceSchema, await answer.json());
};
const honest = await evidenceOf();
const withRate = (bitsPerSecond: number): Evidence => ({
  ...honest,
  result: { ...honest.result, download: { ...honest.result.download!, bitsPerSecond } },
});

describe('verify', () => {
  it('agrees with an honest result, from its evidence alone', async () => {
    assert.deepEqual(await verify(honest), { signature: 'holds', state: 'verified', flags: [], agrees: true });
  });

  it('disagrees where a collector has changed a number', async () => {
    const { state, flags, agrees } = await verify(withRate(120e6));
    assert.deepEqual([state, agrees], ['disagrees', false]);
    assert.ok(flags.includes('replay-differs'));
  });

  it('disagrees where it has changed the recording, or hands over another key', async () => {
    const bytes = honest.recording!.findIndex((seen) => Array.isArray(seen) && seen[0] === 'b');
    assert.ok(bytes >= 0);
    const shorter = honest.recording!.filter((_, i) => i !== bytes);
    assert.equal((await verify({ ...honest, recording: shorter })).agrees, false);
    const { x } = bench.daNang.publicJwk;
    const other = await verify({ ...honest, pointKey: { ...honest.pointKey!, x: x as string } });
    assert.deepEqual([other.signature, other.agrees], ['does not hold', false]);
    assert.equal((await verify({ ...honest, pointKey: null })).signature, 'does not hold');
  });

  it('disagrees where it has moved the date', async () => {
    const startedAt = new Date(Date.parse(honest.result.startedAt!) - 86_400_000).toISOString();
    const { state, flags } = await verify({ ...honest, result: { ...honest.result, startedAt } });
    assert.deepEqual([state, flags], ['disagrees', ['replay-differs']]);
  });

  it('bears out what the collector says of a result that it does not believe', async () => {
    const verification = await verify(await evidenceOf({ receipt: null }));
    assert.deepEqual(verification, {
      signature: 'missing',
      state: 'unverified',
      flags: ['receipt-missing'],
      agrees: true,
    });
  });

  const run = (source: string) => {
    const script = join(import.meta.dirname, '../../src/collector/verify-main.ts');
    return spawnSync(process.execPath, ['--import', 'tsx', script, source], { encoding: 'utf8' });
  };

  it('says so on the command line, with a status that scripts can read', () => {
    const folder = temporaryFolder();
    const file = (name: string, content: unknown) => {
      const path = join(folder, name);
      writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
      return path;
    };
    const good = run(file('honest.json', honest));
    assert.equal(good.status, 0, good.stderr);
    assert.match(good.stdout, /signature {2}holds[^]*replay {5}agree$/m);
    const bad = run(file('changed.json', withRate(120e6)));
    assert.equal(bad.status, 1);
    assert.match(bad.stdout, /disagree: [^]*does not bear out/);
    assert.equal(run(file('nothing.json', '{}')).status, 2);
    assert.equal(run(join(folder, 'missing.json')).status, 2);
  });
});
