import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compactVerify, importJWK, type JWK } from 'jose';
import * as v from 'valibot';
import { createApp } from '../../src/collector/app.ts';
import { createPointRegistry } from '../../src/collector/point-registry.ts';
import { COLLECTOR_PATHS, progressPath } from '../../src/protocol/endpoints.ts';
import { PLANS } from '../../src/protocol/plan.ts';
import { StatisticsSchema } from '../../src/protocol/statistics.ts';
import { GrantSchema, TICKET_LIFE_S, TicketClaimsSchema } from '../../src/protocol/ticket.ts';
import { createBench, problemOf, registered, START } from './bench.ts';
import { honestRun } from './honest-run.ts';

const bench = await createBench();
const { app, post } = bench;

describe('POST /v1/tests', () => {
  it('grants a test: a ticket anyone can check by the published key, the plan, and every point', async () => {
    const answer = await post(COLLECTOR_PATHS.tests, { site: 'hanoi.gov.vn', plan: 'saver' });
    assert.equal(answer.status, 201);
    const grant = v.parse(GrantSchema, await answer.json());
    assert.equal(grant.testId[14], '7', 'a UUIDv7');
    assert.deepEqual(grant.plan, PLANS.saver);
    assert.deepEqual(
      grant.points.map(({ id }) => id),
      ['hanoi', 'da-nang'],
    );

    const { keys } = (await (await app.request(COLLECTOR_PATHS.keys)).json()) as { keys: JWK[] };
    const { payload, protectedHeader } = await compactVerify(grant.ticket, await importJWK(keys[0]!, 'EdDSA'));
    assert.deepEqual(protectedHeader, { alg: 'EdDSA', kid: keys[0]!.kid });
    const claims = v.parse(v.strictObject(TicketClaimsSchema.entries), JSON.parse(new TextDecoder().decode(payload)));
    assert.equal(grant.issuedAt, new Date(claims.iat * 1000).toISOString());
    assert.deepEqual(claims, {
      iss: 'i-speed-test-collector',
      jti: grant.testId,
      iat: Math.floor(START / 1000),
      exp: Math.floor(START / 1000) + TICKET_LIFE_S,
      site: 'hanoi.gov.vn',
      attributed: true,
      context: 'citizen',
      kiosk: null,
      asn: null,
      plan: 'saver',
      points: ['hanoi', 'da-nang'],
      maxDownloadBytes: 12.5e6,
      maxUploadBytes: 12.5e6,
    });
  });

  it('needs no body, and gives the standard plan then', async () => {
    const answer = await app.request(COLLECTOR_PATHS.tests, { method: 'POST' });
    assert.equal(answer.status, 201);
    assert.equal(v.parse(GrantSchema, await answer.json()).plan.name, 'standard');
  });

  it('takes null for a wish that the page does not have, and ignores fields it does not know', async () => {
    const answer = await post(COLLECTOR_PATHS.tests, { site: null, plan: null, colour: 'red' });
    assert.equal(v.parse(GrantSchema, await answer.json()).plan.name, 'standard');
  });

  it('never gives two tests one id', async () => {
    const grants = await Promise.all(Array.from({ length: 200 }, () => bench.openTest()));
    assert.equal(new Set(grants.map(({ testId }) => testId)).size, 200);
  });

  it('says which field is wrong and what to write', async () => {
    for (const [body, detail] of [
      [{ plan: 'fast' }, /^plan: plan must be one of standard, saver, thorough/],
      [{ site: 'Hà Nội' }, /^site: site must be 1–63 of a–z/],
    ] as const) {
      const answer = await post(COLLECTOR_PATHS.tests, body);
      assert.equal(answer.status, 422);
      assert.match((await problemOf(answer)).detail, detail);
    }
  });

  it('refuses what is not JSON, and what is too large', async () => {
    for (const body of ['{', '[]', '"text"', 'null'])
      assert.equal((await problemOf(await post(COLLECTOR_PATHS.tests, body))).status, 400);
    assert.equal((await problemOf(await post(COLLECTOR_PATHS.tests, { site: 'x'.repeat(5000) }))).status, 413);
  });

  it('says when to ask again where there is no point', async () => {
    const empty = createApp({ ...bench.parts, points: { current: await createPointRegistry([]) } });
    const answer = await empty.request(COLLECTOR_PATHS.tests, { method: 'POST' });
    assert.equal(answer.status, 503);
    assert.equal(answer.headers.get('retry-after'), '60');
    assert.match((await problemOf(answer)).detail, /no measurement point/);
  });
});

describe('reading', () => {
  it('publishes the points with the keys to check receipts by', async () => {
    const answer = await app.request(COLLECTOR_PATHS.points);
    assert.equal(answer.status, 200);
    assert.deepEqual(await answer.json(), {
      points: [registered('hanoi', bench.hanoi), registered('da-nang', bench.daNang)].map((point) => ({
        ...point,
        alive: true,
      })),
    });
  });

  it('publishes figures, by month and province where asked', async () => {
    for (const province of ['01', '01', '48'] as const)
      await post(COLLECTOR_PATHS.results, await honestRun(await bench.openTest(), bench.hanoi, { province }));
    const cellsAt = async (query: string) => {
      const answer = await app.request(COLLECTOR_PATHS.statistics + query);
      return v.parse(StatisticsSchema, await answer.json()).cells.map(({ province, count }) => [province, count]);
    };
    assert.deepEqual(await cellsAt(''), [
      ['01', 2],
      ['48', 1],
    ]);
    assert.deepEqual(await cellsAt('?month=2026-11&province=48'), [['48', 1]]);
    assert.deepEqual(await cellsAt('?month=2026-10'), []);
  });

  it('says which filter is wrong', async () => {
    for (const [query, detail] of [
      ['?month=2026-13', /^month: month must be YYYY-MM/],
      ['?province=99', /^province: province must be one of/],
    ] as const) {
      const answer = await app.request(COLLECTOR_PATHS.statistics + query);
      assert.equal(answer.status, 400);
      assert.match((await problemOf(answer)).detail, detail);
    }
  });

  it('knows no result of a test that posted none', async () => {
    for (const id of ['0199a000-0000-7000-8000-000000000000', 'nonsense', "'; drop table results; --"]) {
      const answer = await app.request(`${COLLECTOR_PATHS.results}/${encodeURIComponent(id)}`);
      assert.equal((await problemOf(answer)).status, 404);
    }
  });

  it('is healthy while the store answers', async () => {
    assert.deepEqual(await (await app.request(COLLECTOR_PATHS.health)).json(), { status: 'ok' });
  });
});

describe('a store that is gone', async () => {
  const broken = await createBench();
  await broken.store.close();

  it('makes the health check fail', async () => {
    const answer = await broken.app.request(COLLECTOR_PATHS.health);
    assert.equal(answer.status, 503);
    assert.match((await problemOf(answer)).detail, /store/);
  });

  it('is not asked for what is no test’s id, which some databases fail at', async () => {
    for (const path of ['', '/evidence'])
      assert.equal((await broken.app.request(`${COLLECTOR_PATHS.results}/a%00b${path}`)).status, 404);
  });

  it('is told to visitors without its inner workings', async () => {
    const answer = await broken.app.request(COLLECTOR_PATHS.statistics);
    const problem = await problemOf(answer);
    assert.deepEqual(problem, {
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
      detail: 'The collector failed. Try again later.',
    });
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
  });
});

describe('any other address', () => {
  it('is a 404 problem', async () => {
    const answer = await app.request('/v1/nothing');
    assert.deepEqual([answer.status, (await problemOf(answer)).title], [404, 'Not Found']);
  });

  it('is a 405 problem with the methods that are allowed, where only the method is wrong', async () => {
    for (const [path, method, allow] of [
      [COLLECTOR_PATHS.tests, 'GET', 'POST'],
      [COLLECTOR_PATHS.results, 'DELETE', 'POST'],
      [COLLECTOR_PATHS.points, 'POST', 'GET, HEAD'],
    ] as const) {
      const answer = await app.request(path, { method });
      assert.equal(answer.status, 405);
      assert.equal(answer.headers.get('allow'), allow);
      assert.equal((await problemOf(answer)).status, 405);
    }
  });
});

describe('embedding pages', () => {
  const requests: readonly (readonly [path: string, method: string])[] = [
    [COLLECTOR_PATHS.tests, 'POST'],
    [COLLECTOR_PATHS.results, 'POST'],
    [`${COLLECTOR_PATHS.results}/x`, 'GET'],
    [COLLECTOR_PATHS.points, 'GET'],
    [COLLECTOR_PATHS.statistics, 'GET'],
    [COLLECTOR_PATHS.periods, 'GET'],
    [COLLECTOR_PATHS.distribution, 'GET'],
    [progressPath('48'), 'GET'],
    [progressPath('99'), 'GET'],
    [COLLECTOR_PATHS.health, 'GET'],
    [COLLECTOR_PATHS.openapi, 'GET'],
    [COLLECTOR_PATHS.keys, 'GET'],
    ['/nothing', 'GET'],
    [COLLECTOR_PATHS.points, 'DELETE'],
  ];

  it('may read every answer, from any origin, without credentials', async () => {
    for (const [path, method] of requests) {
      const { headers } = await app.request(path, { method, headers: { origin: 'https://portal.test' } });
      assert.equal(headers.get('access-control-allow-origin'), '*', `${method} ${path}`);
      assert.equal(headers.get('access-control-allow-credentials'), null);
    }
  });

  it('ask once a day whether they may post JSON', async () => {
    for (const path of [COLLECTOR_PATHS.tests, COLLECTOR_PATHS.results]) {
      const { status, headers } = await app.request(path, {
        method: 'OPTIONS',
        headers: {
          origin: 'https://portal.test',
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type',
        },
      });
      assert.equal(status, 204);
      assert.equal(headers.get('access-control-max-age'), '86400');
      assert.match(headers.get('access-control-allow-headers') ?? '', /content-type/);
      assert.match(headers.get('access-control-allow-methods') ?? '', /POST/);
    }
  });

  it('get every answer fresh, but keys and figures for a minute and the points for ten seconds', async () => {
    for (const [path, method] of requests) {
      const { headers, status } = await app.request(path, { method });
      const maxAge = {
        [COLLECTOR_PATHS.points]: 10,
        [COLLECTOR_PATHS.keys]: 60,
        [COLLECTOR_PATHS.statistics]: 60,
        [COLLECTOR_PATHS.periods]: 60,
        [COLLECTOR_PATHS.distribution]: 60,
        [progressPath('48')]: 60,
      }[path];
      const wanted = status === 200 && maxAge !== undefined ? `public, max-age=${maxAge}` : 'no-store';
      assert.equal(headers.get('cache-control'), wanted, `${method} ${path}`);
    }
  });
});
