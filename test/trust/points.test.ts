import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { CompactSign } from 'jose';
import { createPointRegistry } from '../../src/collector/point-registry.ts';
import { watchPoints } from '../../src/collector/watch-points.ts';
import type { SigningKey } from '../../src/node/keys.ts';
import { COLLECTOR_PATHS, heartbeatPath } from '../../src/protocol/endpoints.ts';
import { ALIVE_MS, HEARTBEAT_TYPE } from '../../src/protocol/heartbeat.ts';
import { RECEIPT_TYPE } from '../../src/protocol/receipt.ts';
import { createBench, registered, START } from '../collector/bench.ts';
import { honestRun } from '../collector/honest-run.ts';
import { temporaryFolder } from '../collector/temporary-folder.ts';

const { tests, results } = COLLECTOR_PATHS;
const beat = (id: string, { privateKey }: SigningKey, change: object = {}, typ = HEARTBEAT_TYPE) =>
  new CompactSign(
    new TextEncoder().encode(
      JSON.stringify({
        iss: id,
        iat: Math.floor(START / 1000),
        version: '0.1.0',
        openTests: 0,
        maxTests: 50,
        ...change,
      }),
    ),
  )
    .setProtectedHeader({ alg: 'EdDSA', typ })
    .sign(privateKey);
const idsIn = async (answer: Response): Promise<string[]> =>
  ((await answer.json()) as { points: { id: string }[] }).points.map(({ id }) => id);

describe('a point', () => {
  it('is offered while it says that it is there, and to nobody once it is silent', async () => {
    const bench = await createBench();
    bench.clock.now = START + ALIVE_MS;
    const word = await beat('hanoi', bench.hanoi, { iat: Math.floor(bench.clock.now / 1000) });
    assert.equal((await bench.post(heartbeatPath('hanoi'), word)).status, 204);
    bench.clock.now += 1;
    assert.deepEqual(await idsIn(await bench.post(tests, {})), ['hanoi']);
    const listed = (await (await bench.app.request(COLLECTOR_PATHS.points)).json()) as { points: { alive: boolean }[] };
    assert.deepEqual(
      listed.points.map(({ alive }) => alive),
      [true, false],
    );
    bench.clock.now += ALIVE_MS;
    const answer = await bench.post(tests, {});
    assert.equal(answer.status, 503);
    assert.ok(Number(answer.headers.get('retry-after')) > 0);
  });

  it('that is full is left alone until it has room', async () => {
    const bench = await createBench();
    const iat = Math.floor(START / 1000);
    await bench.post(heartbeatPath('hanoi'), await beat('hanoi', bench.hanoi, { openTests: 50 }));
    assert.deepEqual(await idsIn(await bench.post(tests, {})), ['da-nang']);
    await bench.post(heartbeatPath('hanoi'), await beat('hanoi', bench.hanoi, { openTests: 49, iat: iat + 20 }));
    assert.deepEqual(await idsIn(await bench.post(tests, {})), ['hanoi', 'da-nang']);
  });

  it('is kept alive by nobody else’s word: another key, another point, an old or a repeated one, a receipt', async () => {
    const bench = await createBench();
    bench.clock.now = START + ALIVE_MS + 1;
    const iat = Math.floor(bench.clock.now / 1000);
    for (const [id, word] of [
      ['hanoi', await beat('hanoi', bench.daNang, { iat })],
      ['hanoi', await beat('da-nang', bench.daNang, { iat })],
      ['hanoi', await beat('hanoi', bench.hanoi, { iat: iat - 3600 })],
      ['hanoi', await beat('hanoi', bench.hanoi, { iat: iat + 3600 })],
      ['hanoi', await beat('hanoi', bench.hanoi, { iat }, RECEIPT_TYPE)],
      ['hanoi', 'a.b.c'],
      ['hanoi', ''],
    ] as const)
      assert.equal((await bench.post(heartbeatPath(id), word)).status, 401);
    assert.equal((await bench.post(heartbeatPath('hue'), await beat('hue', bench.hanoi, { iat }))).status, 404);
    assert.equal((await bench.post(tests, {})).status, 503);

    const word = await beat('hanoi', bench.hanoi, { iat });
    assert.equal((await bench.post(heartbeatPath('hanoi'), word)).status, 204);
    bench.clock.now += 60_000;
    assert.equal((await bench.post(heartbeatPath('hanoi'), word)).status, 204); // taken for late, not for news
    bench.clock.now += ALIVE_MS - 30_000;
    assert.equal((await bench.post(tests, {})).status, 503);
  });
});

describe('a point that is revoked', () => {
  const revoked = { revokedFrom: new Date(START).toISOString() };

  it('is believed up to that instant and not from then on, whatever date its receipts have', async () => {
    const bench = await createBench();
    const grant = await bench.openTest();
    const submission = await honestRun(grant, bench.hanoi);
    bench.points.current = await createPointRegistry([
      { ...registered('hanoi', bench.hanoi), ...revoked },
      registered('da-nang', bench.daNang),
    ]);
    const answer = await bench.post(results, submission); // its receipt says 2026-05
    assert.deepEqual(await answer.json(), { testId: grant.testId, state: 'unverified', flags: ['point-revoked'] });
    assert.deepEqual(await idsIn(await bench.post(tests, {})), ['da-nang']);
  });

  it('takes its rows out of the figures as soon as the file says so, and only those from then on', async () => {
    const bench = await createBench();
    const file = join(temporaryFolder(), 'points.json');
    const write = (revokedFrom: string | null) =>
      writeFileSync(file, JSON.stringify([{ ...registered('hanoi', bench.hanoi), revokedFrom }]));
    const ids: string[] = [];
    for (let i = 0; i < 6; i++) {
      bench.clock.now = START + i * 1000;
      const grant = await bench.openTest();
      ids.push(grant.testId);
      const pointId = i === 5 ? 'da-nang' : 'hanoi';
      const signer = i === 5 ? bench.daNang : bench.hanoi;
      await bench.post(results, await honestRun(grant, signer, { pointId }), { from: `203.0.113.${i}` });
    }
    const countOf = async () => (await bench.store.tallies({ month: null, province: null }))[0]?.votes;
    assert.equal(await countOf(), 6);
    write(null);
    (await watchPoints(file, bench.parts)).close();
    assert.equal(await countOf(), 6);
    write(new Date(START + 2000).toISOString());
    (await watchPoints(file, bench.parts)).close();
    assert.equal(await countOf(), 3);
    const states = await Promise.all(ids.map(async (id) => (await bench.stored(id)).state));
    assert.deepEqual(states, ['verified', 'verified', 'unverified', 'unverified', 'unverified', 'verified']);
    assert.deepEqual((await bench.stored(ids[2]!)).flags, ['point-revoked']);
    assert.equal(await bench.store.revoke('hanoi', revoked.revokedFrom), 2); // from the beginning
    assert.equal(await bench.store.revoke('hanoi', revoked.revokedFrom), 0);
  });

  it('hands its source’s vote to another of its results', async () => {
    const bench = await createBench();
    const from = '203.0.113.7';
    for (const [pointId, signer] of [
      ['hanoi', bench.hanoi],
      ['da-nang', bench.daNang],
    ] as const)
      await bench.post(results, await honestRun(await bench.openTest(), signer, { pointId }), { from });
    const countOf = async () => (await bench.store.tallies({ month: null, province: null }))[0]?.votes;
    assert.equal(await countOf(), 1);
    await bench.store.revoke('hanoi', revoked.revokedFrom);
    assert.equal(await countOf(), 1);
    await bench.store.revoke('da-nang', revoked.revokedFrom);
    assert.equal(await countOf(), undefined);
  });
});
