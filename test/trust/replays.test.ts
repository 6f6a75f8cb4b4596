import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import { openSqliteStore } from '../../src/collector/sqlite-store.ts';
import { loadOrCreateKey } from '../../src/node/keys.ts';
import { COLLECTOR_PATHS } from '../../src/protocol/endpoints.ts';
import { GrantSchema } from '../../src/protocol/ticket.ts';
import { createBench, problemOf, registered } from '../collector/bench.ts';
import { honestRun } from '../collector/honest-run.ts';
import { temporaryFolder } from '../collector/temporary-folder.ts';

const { results, tests } = COLLECTOR_PATHS;

describe('a receipt', () => {
  it('posted a thousand times at once is one row, and every answer is the same', async () => {
    const bench = await createBench();
    const body = JSON.stringify(await honestRun(await bench.openTest(), bench.hanoi));
    const answers = await Promise.all(Array.from({ length: 1000 }, () => bench.post(results, body)));
    assert.equal(answers.filter(({ status }) => status === 201).length, 1);
    assert.equal(answers.filter(({ status }) => status === 200).length, 999);
    assert.equal(new Set(await Promise.all(answers.map((answer) => answer.text()))).size, 1);
    const [tally] = await bench.store.tallies({ month: null, province: null });
    assert.equal(tally!.votes, 1);
  });

  it('with another story about the same test is refused, and the first one stands', async () => {
    const bench = await createBench();
    const grant = await bench.openTest();
    const first = await honestRun(grant, bench.hanoi, { province: '01' });
    assert.equal((await bench.post(results, first)).status, 201);
    for (const story of [
      { ...first, province: '48' },
      { ...first, receipt: null },
      await honestRun(grant, bench.hanoi, { claims: null }),
      JSON.stringify(first, null, 1), // the same words, other bytes
    ])
      assert.equal((await problemOf(await bench.post(results, story))).status, 409);
    assert.equal((await bench.stored(grant.testId)).province, '01');
  });
});

describe('a collector that is killed', () => {
  const folder = temporaryFolder();
  const start = (script: string): Promise<{ child: ChildProcess; origin: string; gone: Promise<unknown> }> =>
    new Promise((resolve, reject) => {
      const child = fork(join(import.meta.dirname, script), {
        execArgv: ['--import', 'tsx'],
        env: { ...process.env, HOST: '127.0.0.1', PORT: '0', DATA_DIR: folder },
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      const gone = new Promise((ended) => child.once('exit', ended));
      child.once('message', (message) => resolve({ child, origin: (message as { ready: string }).ready, gone }));
      void gone.then(() => reject(new Error('the collector did not start')));
    });

  it('between commit and answer gives the retry its answer, and keeps one row', async () => {
    const hanoi = await loadOrCreateKey(join(folder, 'hanoi.pem'));
    writeFileSync(join(folder, 'points.json'), JSON.stringify([registered('hanoi', hanoi)]));
    const first = await start('collector-that-dies.ts');
    const grant = v.parse(GrantSchema, await (await fetch(first.origin + tests, { method: 'POST' })).json());
    const body = JSON.stringify(await honestRun(grant, hanoi));
    await assert.rejects(fetch(first.origin + results, { method: 'POST', body }), 'there is no answer');
    await first.gone;

    const second = await start('../../src/collector/main.ts');
    const post = () => fetch(second.origin + results, { method: 'POST', body });
    assert.deepEqual([(await post()).status, (await post()).status], [200, 200]);
    second.child.kill('SIGTERM');
    await second.gone;
    const store = await openSqliteStore(join(folder, 'results.sqlite'));
    assert.equal((await store.find(grant.testId))?.result.state, 'verified');
    const [tally] = await store.tallies({ month: null, province: '01' });
    await store.close();
    assert.equal(tally!.votes, 1);
  });
});
