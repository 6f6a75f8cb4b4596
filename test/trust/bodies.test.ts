import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { COLLECTOR_PATHS, heartbeatPath, kioskHeartbeatPath } from '../../src/protocol/endpoints.ts';
import { MAX_SUBMISSION_BYTES } from '../../src/protocol/submission.ts';
import { createBench, problemOf, SITE } from '../collector/bench.ts';
import { honestRun } from '../collector/honest-run.ts';

const bench = await createBench();
const ENTRANCES = [
  COLLECTOR_PATHS.tests,
  COLLECTOR_PATHS.results,
  heartbeatPath('hanoi'),
  kioskHeartbeatPath(SITE.id, 'hall-1'),
];

/** A problem that says whose fault it is: the sender's. */
const isRefused = async (path: string, body: string | Uint8Array, status?: number): Promise<void> => {
  const answer = await bench.post(path, body);
  if (path === COLLECTOR_PATHS.tests && answer.status === 201) return; // a body of no consequence
  const problem = await problemOf(answer);
  assert.ok(problem.status >= 400 && problem.status < 500, `${path}: ${problem.status}`);
  if (status !== undefined) assert.equal(problem.status, status);
};

describe('a body', () => {
  it('that is too large is refused unread', async () => {
    for (const path of ENTRANCES) await isRefused(path, 'x'.repeat(MAX_SUBMISSION_BYTES + 1), 413);
    await isRefused(COLLECTOR_PATHS.results, JSON.stringify({ padding: 'x'.repeat(1e6) }), 413);
  });

  it('that is no JSON, or no object, is refused', async () => {
    for (const path of ENTRANCES)
      for (const body of ['{', '[]', '"', 'null', '1', 'true', '{"a":}', "{'a':1}", '\u0000', 'NaN', '{}{}'])
        await isRefused(path, body);
  });

  it('that is no UTF-8 is refused', async () => {
    for (const path of ENTRANCES)
      for (const bytes of [
        [0xff],
        [0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d],
        [0xed, 0xa0, 0x80],
        [0xfe, 0xff, 0, 0x7b],
      ])
        await isRefused(path, Uint8Array.from(bytes));
  });

  it('that is nested to the limit of its size is refused', async () => {
    for (const path of ENTRANCES)
      for (const depth of [100, 900, 7000]) {
        await isRefused(path, '['.repeat(depth) + ']'.repeat(depth));
        await isRefused(path, `{"result":${'{"a":'.repeat(depth / 10)}1${'}'.repeat(depth / 10)}}`);
        await isRefused(path, `{"recording":${'['.repeat(depth)}${']'.repeat(depth)}}`);
      }
  });

  it('with names that mean something to JavaScript changes nothing', async () => {
    for (const name of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])
      await isRefused(COLLECTOR_PATHS.results, `{"${name}":{"state":"verified","polluted":true}}`);
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });

  it('of any JSON at all is never a failure of ours', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ENTRANCES), fc.json({ maxDepth: 5 }), (path, body) => isRefused(path, body)),
      {
        numRuns: 300,
      },
    );
  });

  it('of an honest result with any one part replaced is never a failure of ours', async () => {
    const grant = await bench.openTest();
    const honest = await honestRun(grant, bench.hanoi);
    const names = Object.keys(honest);
    const inner = Object.keys(honest.result);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.constantFrom(...inner),
        fc.jsonValue(),
        async (name, part, junk) => {
          for (const body of [
            { ...honest, [name]: junk },
            { ...honest, result: { ...honest.result, [part]: junk } },
          ]) {
            const { status } = await bench.post(COLLECTOR_PATHS.results, body);
            assert.ok(status < 500, `${name} ${part}: ${status}`);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('ids of results', () => {
  it('cannot be found by counting: each has 70 random bits and more', async () => {
    const ids = await Promise.all(Array.from({ length: 200 }, async () => (await bench.openTest()).testId));
    const random = ids.map((id) => id.slice(15));
    assert.equal(new Set(random).size, ids.length);
    for (let column = 0; column < 20; column++) {
      if (random[0]![column] === '-' || column === 4) continue; // the variant
      assert.ok(new Set(random.map((id) => id[column])).size >= 7, `column ${column}`);
    }
  });

  it('that nobody has give a 404 and nothing else, whatever they look like', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uuid(), fc.webSegment(), fc.string()), async (id) => {
        const answer = await bench.app.request(`${COLLECTOR_PATHS.results}/${encodeURIComponent(id) || 'x'}`);
        assert.equal(answer.status, 404);
        await problemOf(answer);
      }),
      { numRuns: 200 },
    );
  });
});

describe('pages of other origins', () => {
  it('may ask and post from anywhere, without credentials, and read when to come back', async () => {
    for (const origin of ['https://hanoi.gov.vn', 'https://elsewhere.example', 'null']) {
      const preflight = await bench.app.request(COLLECTOR_PATHS.results, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
      });
      assert.equal(preflight.status, 204);
      assert.equal(preflight.headers.get('access-control-allow-origin'), '*');
      assert.equal(preflight.headers.get('access-control-allow-credentials'), null);
      assert.deepEqual(preflight.headers.get('access-control-allow-methods')?.split(','), ['GET', 'POST']);
      const answer = await bench.post(COLLECTOR_PATHS.tests, {}, { origin });
      assert.equal(answer.status, 201);
      assert.equal(answer.headers.get('access-control-allow-origin'), '*');
      assert.equal(answer.headers.get('access-control-expose-headers'), 'retry-after');
      assert.equal(answer.headers.get('set-cookie'), null);
    }
  });

  it('that name a site they are not measure all the same, and count for no site', async () => {
    for (const [site, origin, flags] of [
      ['hanoi.gov.vn', 'https://hanoi.gov.vn', []],
      ['hanoi.gov.vn', 'https://elsewhere.example', ['unattributed']],
      ['hanoi.gov.vn', 'http://hanoi.gov.vn', ['unattributed']],
      ['hanoi.gov.vn', 'https://hanoi.gov.vn.elsewhere.example', ['unattributed']],
      ['unknown.gov.vn', 'https://unknown.gov.vn', ['unattributed']],
      [null, 'https://elsewhere.example', []],
    ] as const) {
      const granted = await bench.post(COLLECTOR_PATHS.tests, { site }, { origin });
      const grant = (await granted.json()) as Parameters<typeof honestRun>[0];
      const answer = await bench.post(COLLECTOR_PATHS.results, await honestRun(grant, bench.hanoi), { origin });
      assert.deepEqual(await answer.json(), { testId: grant.testId, state: 'verified', flags });
    }
  });
});
