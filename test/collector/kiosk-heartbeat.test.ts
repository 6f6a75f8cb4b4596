import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MAX_KIOSK_HEARTBEAT_BYTES } from '../../src/collector/post-kiosk-heartbeat.ts';
import { kioskHeartbeatPath } from '../../src/protocol/endpoints.ts';
import { createBench, problemOf, SITE, START } from './bench.ts';

const path = kioskHeartbeatPath(SITE.id, 'hall-1');
const heartbeat = { version: '0.1.0', lastFailure: 'no-point', results: 12, uptimeS: 3600 };

describe('POST /v1/kiosks/{site}/{kiosk}/heartbeat', async () => {
  const { app, post, store, clock } = await createBench();

  it('notes that a kiosk was there', async () => {
    const answer = await post(path, heartbeat);
    assert.deepEqual([answer.status, await answer.text()], [204, '']);
    clock.now += 300_000;
    await post(path, { ...heartbeat, lastFailure: null, future: 1 });
    clock.now = START;
    assert.deepEqual(await store.kiosks(SITE.id, '2026-11'), [
      {
        site: SITE.id,
        kiosk: 'hall-1',
        day: '2026-11-22',
        beats: 2,
        lastSeen: new Date(START + 300_000).toISOString(),
        version: '0.1.0',
        lastFailure: null,
        results: 12,
      },
    ]);
  });

  it('says which field is wrong', async () => {
    for (const [body, detail] of [
      [{ ...heartbeat, version: 'x'.repeat(41) }, /^version: /],
      [{ ...heartbeat, lastFailure: 'rain' }, /^lastFailure: /],
      [{ ...heartbeat, results: -1 }, /^results: /],
      [{ ...heartbeat, uptimeS: 1e300 }, /^uptimeS: /],
      ['', /^version: /],
    ] as const) {
      const problem = await problemOf(await post(path, body));
      assert.equal(problem.status, 422);
      assert.match(problem.detail, detail);
    }
    for (const kiosk of ['Hall', '-1', 'x'.repeat(64), '%00'])
      assert.match((await problemOf(await post(kioskHeartbeatPath(SITE.id, kiosk), heartbeat))).detail, /^kiosk: /);
  });

  it('refuses what is not JSON, and what is too large', async () => {
    assert.equal((await problemOf(await post(path, '['))).status, 400);
    assert.equal((await problemOf(await post(path, 'x'.repeat(MAX_KIOSK_HEARTBEAT_BYTES + 1)))).status, 413);
  });

  it('may be sent by a page of another origin than the collector’s', async () => {
    const { status, headers } = await app.request(path, {
      method: 'OPTIONS',
      headers: {
        origin: SITE.origins[0]!,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    assert.equal(status, 204);
    assert.equal(headers.get('access-control-allow-origin'), '*');
    assert.equal((await post(path, heartbeat)).headers.get('access-control-allow-origin'), '*');
  });
});
