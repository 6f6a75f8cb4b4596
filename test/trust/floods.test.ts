import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { REQUEST_LIMITS } from '../../src/collector/request-limits.ts';
import { COLLECTOR_PATHS } from '../../src/protocol/endpoints.ts';
import { createApp } from '../../src/collector/app.ts';
import { createLimiter } from '../../src/collector/request-limits.ts';
import { createSiteRegistry } from '../../src/collector/site-registry.ts';
import { createBench, problemOf, SITE } from '../collector/bench.ts';

const { tests, results } = COLLECTOR_PATHS;
const allowed = REQUEST_LIMITS.test.line.requests;
const count = async (answers: readonly Promise<Response>[], status: number): Promise<number> =>
  (await Promise.all(answers)).filter((answer) => answer.status === status).length;

describe('a network that asks for ten times what it may', () => {
  it('gets what it may and a time to come back, while its neighbour is served undisturbed', async () => {
    const { post } = await createBench();
    let served = 0;
    const flood: Promise<Response>[] = [];
    for (let i = 0; i < 10 * allowed; i++) {
      flood.push(post(tests, {}, { from: '203.0.113.7' }));
      if (i % 60 === 0) served += (await post(tests, {}, { from: '198.51.100.9' })).status === 201 ? 1 : 0;
    }
    assert.equal(served, (10 * allowed) / 60);
    assert.equal(await count(flood, 201), allowed);
    assert.equal(await count(flood, 429), 9 * allowed);
    const refused = await post(tests, {}, { from: '203.0.113.7' });
    const seconds = Number(refused.headers.get('retry-after'));
    assert.ok(seconds > 0 && seconds <= REQUEST_LIMITS.test.line.seconds, `${seconds}`);
    assert.match((await problemOf(refused)).detail, /Try again in \d+ s/);
  });

  it('gains nothing by the other addresses of its IPv6 /56, nor by writing IPv4 as IPv6', async () => {
    const { post } = await createBench();
    const six = Array.from({ length: 3 * allowed }, (_, i) =>
      post(tests, {}, { from: `2001:ee0:4141:12${(i % 256).toString(16).padStart(2, '0')}::${(i + 1).toString(16)}` }),
    );
    assert.equal(await count(six, 201), allowed);
    const mixed = Array.from({ length: 2 * allowed }, (_, i) =>
      post(tests, {}, { from: i % 2 ? '203.0.113.8' : '::ffff:203.0.113.8' }),
    );
    assert.equal(await count(mixed, 201), allowed);
  });

  it('gains little by the other addresses of its block', async () => {
    const { post } = await createBench();
    const block = REQUEST_LIMITS.test.block.requests;
    const answers = Array.from({ length: 2 * block }, (_, i) => post(tests, {}, { from: `203.0.113.${i % 256}` }));
    assert.equal(await count(answers, 201), block);
  });

  it('gains nothing by saying that it forwards for others, unless a proxy of ours says so', async () => {
    const bench = await createBench();
    const ask = (app: typeof bench.app, i: number, forwarded: string) =>
      Promise.resolve(
        app.request(
          tests,
          { method: 'POST', headers: { 'x-forwarded-for': forwarded } },
          { incoming: { socket: { remoteAddress: i < 0 ? '192.0.2.1' : '203.0.113.7' } } },
        ),
      );
    const direct = Array.from({ length: 2 * allowed }, (_, i) => ask(bench.app, i, `198.51.100.${i % 256}`));
    assert.equal(await count(direct, 201), allowed);
    const behind = createApp({ ...bench.parts, limiter: createLimiter(REQUEST_LIMITS, 1), proxyHops: 1 });
    const proxied = Array.from({ length: 2 * allowed }, (_, i) => ask(behind, -1, `9.9.9.${i % 256}, 203.0.113.9`));
    assert.equal(await count(proxied, 201), allowed);
  });

  it('cannot post results without end either, nor read them all', async () => {
    const { app, post } = await createBench();
    const from = '203.0.113.10';
    const posts = Array.from({ length: 2 * REQUEST_LIMITS.result.line.requests }, () => post(results, '{}', { from }));
    assert.equal(await count(posts, 422), REQUEST_LIMITS.result.line.requests);
    const reads = Array.from({ length: 2 * REQUEST_LIMITS.read.line.requests }, (_, i) =>
      Promise.resolve(
        app.request(
          `${results}/01932f6e-0000-7000-8000-${String(i).padStart(12, '0')}`,
          {},
          {
            incoming: { socket: { remoteAddress: from } },
          },
        ),
      ),
    );
    assert.equal(await count(reads, 404), REQUEST_LIMITS.read.line.requests);
  });
});

describe('a site', () => {
  it('has a quota of tests a day, and uses up nobody else’s', async () => {
    const bench = await createBench();
    const small = { ...SITE, id: 'small.gov.vn', origins: ['https://small.gov.vn'], testsPerDay: 5 };
    const app = createApp({ ...bench.parts, sites: createSiteRegistry([SITE, small]) });
    const ask = (site: string, origin: string) =>
      Promise.resolve(app.request(tests, { method: 'POST', headers: { origin }, body: JSON.stringify({ site }) }));
    const answers = Array.from({ length: 8 }, () => ask(small.id, 'https://small.gov.vn'));
    assert.equal(await count(answers, 201), 5);
    assert.equal((await ask(SITE.id, 'https://hanoi.gov.vn')).status, 201);
    // A stranger that names the site gets its test, and does not touch the quota.
    assert.equal((await ask(small.id, 'https://elsewhere.example')).status, 201);
  });
});
