import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { base64url, decodeJwt, SignJWT } from 'jose';
import { loadOrCreateKey } from '../../src/node/keys.ts';
import { COLLECTOR_PATHS, POINT_PATHS } from '../../src/protocol/endpoints.ts';
import { createBench, problemOf } from '../collector/bench.ts';
import { honestRun } from '../collector/honest-run.ts';
import { temporaryFolder } from '../collector/temporary-folder.ts';
import { startTestPoint } from '../point/test-point.ts';
import { paths, withOther } from './alter.ts';

const bench = await createBench();
const point = await startTestPoint();
const second = await startTestPoint({ id: 'there' });
after(() => Promise.all([point.close(), second.close()]));
const stranger = await loadOrCreateKey(join(temporaryFolder(), 'stranger.pem'));

const encode = (value: object) => base64url.encode(JSON.stringify(value));
const altered = (ticket: string, change: (claims: Record<string, unknown>) => object): string => {
  const [header, , signature] = ticket.split('.');
  return [header, encode(change(decodeJwt(ticket))), signature].join('.');
};
const statusAt = async (ticket: string, at = point): Promise<number> => {
  const answer = await fetch(at.url(POINT_PATHS.download, ticket));
  await answer.body?.cancel();
  return answer.status;
};

describe('a ticket at a point', () => {
  it('opens a test as the collector issued it', async () => assert.equal(await statusAt(await point.ticket()), 200));

  it('opens nothing with any one field altered', async () => {
    const ticket = await point.ticket();
    const fields = paths(decodeJwt(ticket));
    assert.ok(fields.length >= 10);
    for (const field of fields)
      assert.equal(await statusAt(altered(ticket, (claims) => withOther(claims, field))), 401);
  });

  it('opens nothing when it is expired, or from the future, or not signed by the collector', async () => {
    const now = Math.floor(Date.now() / 1000);
    assert.equal(await statusAt(await point.ticket({ iat: now - 1000, exp: now - 60 })), 401);
    assert.equal(await statusAt(await point.ticket({ iat: now + 3600, exp: now + 3900 })), 401);
    const claims = decodeJwt(await point.ticket());
    for (const ticket of [
      await new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA' }).sign(stranger.privateKey),
      [encode({ alg: 'none' }), encode(claims), 'AA'].join('.'),
      await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode('secret')),
      'a.b.c',
      '..',
      '',
    ])
      assert.equal(await statusAt(ticket), 401);
  });

  it('moves no more than it allows, however many connections ask at once', async () => {
    const ticket = await point.ticket({ maxDownloadBytes: 2e6 });
    const sizes = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const answer = await fetch(point.url(POINT_PATHS.download, ticket));
        let bytes = 0;
        if (answer.ok) for await (const part of answer.body!) bytes += (part as Uint8Array).length;
        return bytes;
      }).map((size) => size.catch(() => 0)),
    );
    // What a connection that is cut had in its buffers was counted, but may not arrive.
    const { download } = await point.finish(ticket);
    const moved = download!.steps.filter((_, i) => i % 2 === 1).reduce((sum, step) => sum + step, 0);
    assert.ok(moved >= 2e6 && moved < 2e6 + 8 * 4e6, `${moved}`);
    assert.ok(sizes.reduce((sum, size) => sum + size, 0) <= moved);
    assert.equal(await statusAt(ticket), 403);
  });

  it('is spent once it was finished, and gives the same receipt again', async () => {
    const ticket = await point.ticket();
    await statusAt(ticket);
    const first = await fetch(point.url(POINT_PATHS.finish, ticket), { method: 'POST' });
    const again = await fetch(point.url(POINT_PATHS.finish, ticket), { method: 'POST' });
    assert.equal(await again.text(), await first.text());
    for (const path of [POINT_PATHS.download, POINT_PATHS.control])
      assert.equal((await fetch(point.url(path, ticket))).status, 403);
  });

  it('opens nothing at a point it does not name', async () => {
    assert.equal(await statusAt(await point.ticket(), second), 401); // another collector's, too
    assert.equal(await statusAt(await second.ticket({ points: ['here'] }), second), 403);
  });
});

describe('a ticket at the collector', () => {
  it('is refused with any one field altered', async () => {
    const grant = await bench.openTest({ site: 'hanoi.gov.vn' });
    const submission = await honestRun(grant, bench.hanoi);
    for (const field of paths(decodeJwt(grant.ticket))) {
      const ticket = altered(grant.ticket, (claims) => withOther(claims, field));
      const answer = await bench.post(COLLECTOR_PATHS.results, { ...submission, ticket });
      assert.equal((await problemOf(answer)).status, 401, field.join('.'));
    }
  });

  it('used at two points makes one result: whose receipt comes second gets a 409', async () => {
    const grant = await bench.openTest();
    const answers = [
      await bench.post(COLLECTOR_PATHS.results, await honestRun(grant, bench.hanoi, { pointId: 'hanoi' })),
      await bench.post(COLLECTOR_PATHS.results, await honestRun(grant, bench.daNang, { pointId: 'da-nang' })),
    ];
    assert.deepEqual(
      answers.map(({ status }) => status),
      [201, 409],
    );
  });
});
