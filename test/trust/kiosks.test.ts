import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createApp } from '../../src/collector/app.ts';
import { MAX_KIOSKS_PER_SITE } from '../../src/collector/kiosk-store.ts';
import { REQUEST_LIMITS } from '../../src/collector/request-limits.ts';
import { kioskHeartbeatPath } from '../../src/protocol/endpoints.ts';
import { createBench, problemOf, SITE } from '../collector/bench.ts';

const heartbeat = { version: '0.1.0', lastFailure: null, results: 0, uptimeS: 0 };

describe('a page that says that it is a kiosk', () => {
  it('is not believed where its origin is none of the site’s, nor is a site that nobody registered', async () => {
    const { app, post, store } = await createBench();
    for (const [site, origin] of [
      [SITE.id, 'https://elsewhere.example'],
      [SITE.id, 'https://hanoi.gov.vn.elsewhere.example'],
      [SITE.id, 'http://hanoi.gov.vn'],
      [SITE.id, 'null'],
      ['unknown.gov.vn', SITE.origins[0]!],
    ] as const) {
      const problem = await problemOf(await post(kioskHeartbeatPath(site, 'hall-1'), heartbeat, { origin }));
      assert.equal(problem.status, 403);
      assert.match(problem.detail, /do not speak for the site .* sites file/);
      assert.deepEqual(await store.kiosks(site, '2026-11'), []);
    }
    const silent = await app.request(kioskHeartbeatPath(SITE.id, 'hall-1'), {
      method: 'POST',
      body: JSON.stringify(heartbeat),
    });
    assert.match((await problemOf(silent)).detail, /^Pages of no origin/);
  });

  it('cannot make up kiosks without end', async () => {
    const bench = await createBench();
    const tell = (i: number) => bench.post(kioskHeartbeatPath(SITE.id, `made-up-${i}`), heartbeat);
    for (let i = 0; i < MAX_KIOSKS_PER_SITE; i++) assert.equal((await tell(i)).status, 204);
    const problem = await problemOf(await tell(MAX_KIOSKS_PER_SITE));
    assert.equal(problem.status, 403);
    assert.match(problem.detail, /has had 500 kiosks this month/);
    assert.equal((await tell(0)).status, 204);
    assert.equal((await bench.store.kiosks(SITE.id, '2026-11')).length, MAX_KIOSKS_PER_SITE);
  });

  it('is heard so often and no oftener, while a hall of twenty is never refused', async () => {
    const bench = await createBench();
    const app = createApp({ ...bench.parts, store: { ...bench.store, beat: () => Promise.resolve(true) } });
    const tell = async (kiosk: string, remoteAddress: string) => {
      const headers = { origin: SITE.origins[0]! };
      const answer = await app.request(
        kioskHeartbeatPath(SITE.id, kiosk),
        { method: 'POST', headers, body: JSON.stringify(heartbeat) },
        { incoming: { socket: { remoteAddress } } },
      );
      return answer.status;
    };
    const { requests } = REQUEST_LIMITS.kiosk.line;
    const flood = await Promise.all(Array.from({ length: 2 * requests }, () => tell('hall-1', '203.0.113.7')));
    assert.equal(flood.filter((status) => status === 204).length, requests);
    assert.equal(flood.filter((status) => status === 429).length, requests);
    // Two rounds in the ten minutes of the limit, and every page loaded again once.
    for (let round = 0; round < 3; round++)
      for (let i = 1; i <= 20; i++) assert.equal(await tell(`hall-${i}`, '198.51.100.9'), 204);
  });
});
