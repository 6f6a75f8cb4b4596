import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { createApp } from '../../src/collector/app.ts';
import { createPointRegistry } from '../../src/collector/point-registry.ts';
import { REQUEST_LIMITS } from '../../src/collector/request-limits.ts';
import type { ResultEntry } from '../../src/collector/result-store.ts';
import { COLLECTOR_PATHS, sharedPath } from '../../src/protocol/endpoints.ts';
import type { Result } from '../../src/protocol/result.ts';
import { createBench, registered } from '../collector/bench.ts';
import { entryWith } from '../collector/entries.ts';
import { honestClaims, honestRun, signReceipt } from '../collector/honest-run.ts';

const bench = await createBench();
const submitted = async (change: Partial<Result> = {}, receipt?: string): Promise<string> => {
  const grant = await bench.openTest();
  const honest = await honestRun(grant, bench.hanoi);
  const body = { ...honest, result: { ...honest.result, ...change }, receipt: receipt ?? honest.receipt };
  assert.equal((await bench.post(COLLECTOR_PATHS.results, body)).status, 201);
  return grant.testId;
};
const open = async (testId: string, app = bench.app) => (await app.request(`${sharedPath(testId)}?lang=en`)).text();
const openEntry = (entry: ResultEntry) =>
  open(
    entry.result.testId,
    createApp({ ...bench.parts, store: { ...bench.store, find: () => Promise.resolve(entry) } }),
  );
const titleOf = (html: string) => /<title>([^<]*)</.exec(html)![1]!;
const CONFIRMED = /class="check confirmed"/;
const CONTRADICTED = /class="check contradicted"/;

describe('the page of a result', () => {
  it('speaks against numbers that were changed before they were handed in, and keeps them out of messages', async () => {
    const html = await open(await submitted({ download: { ...(await honestDownload()), bitsPerSecond: 9.9e9 } }));
    assert.match(html, CONTRADICTED);
    assert.match(html, /Do not rely on these numbers/);
    assert.equal(titleOf(html), 'A result that is not borne out');
    assert.doesNotMatch(html.slice(0, html.indexOf('</head>')), /9,900|9\.9/);
  });

  it('speaks against numbers that were changed in the store afterwards', async () => {
    const entry = (await bench.store.find(await submitted()))!;
    const { download, upload } = entry.result;
    assert.match(await openEntry(entry), CONFIRMED);
    for (const change of [
      { download: { ...download!, bitsPerSecond: download!.bitsPerSecond + 1 } },
      { upload: { ...upload!, bitsPerSecond: 900e6 } },
      { operator: { asn: 45899, name: 'VNPT' } },
    ])
      assert.match(await openEntry({ ...entry, result: { ...entry.result, ...change } }), CONTRADICTED);
  });

  it('speaks against a receipt of another point’s key, and of another test', async () => {
    const grant = await bench.openTest();
    const forged = await signReceipt(honestClaims(grant.testId, 'hanoi'), bench.daNang);
    assert.match(await open(await submitted({}, forged)), CONTRADICTED);
    const others = await signReceipt(honestClaims(grant.testId, 'hanoi'), bench.hanoi);
    assert.match(await open(await submitted({}, others)), /belongs to another test/);
  });

  it('confirms nothing any more that a point signed whose key was revoked or is gone', async () => {
    const testId = await submitted();
    assert.match(await open(testId), CONFIRMED);
    const gone = createApp({
      ...bench.parts,
      points: { current: await createPointRegistry([registered('da-nang', bench.daNang)]) },
    });
    assert.match(await open(testId, gone), /there is no key to check it by/);
    await bench.store.revoke('hanoi', '2026-01-01T00:00:00.000Z');
    assert.match(await open(testId), /The key of this point was revoked/);
  });

  it('holds no markup of others, whatever a result or a query says', async () => {
    const evil = `</style></title><script>alert(1)</script><img src=x onerror="alert(1)">'"\u2028{{7*7}}`;
    const html = await openEntry(
      entryWith({
        operator: { asn: 1, name: evil },
        point: { id: evil, scope: 'exchange' },
        site: evil,
        failure: { code: 'point-lost', message: evil },
      }),
    );
    assert.doesNotMatch(html, /<script|<img|\son\w+="/i);
    assert.match(html, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
    assert.equal(html.match(/<\/title>/g)!.length, 1);
    assert.equal(html.match(/<\/style>/g)!.length, 1);
    for (const query of [`?lang=${encodeURIComponent(evil)}`, `?${encodeURIComponent(evil)}`]) {
      const missing = await (await bench.app.request(sharedPath(encodeURIComponent(evil)) + query)).text();
      assert.doesNotMatch(missing, /alert/);
    }
  });

  it('may run and load nothing: its policy lets its own style in and nothing else', async () => {
    for (const testId of [await submitted(), 'nonsense']) {
      const answer = await bench.app.request(sharedPath(testId));
      const html = await answer.text();
      const style = /<style>([^]*)<\/style>/.exec(html)![1]!;
      assert.equal(
        answer.headers.get('content-security-policy'),
        `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      );
      assert.doesNotMatch(html, /<script|<link|<img|<iframe|<form|\sstyle=|\ssrc=|@import|url\(|\son\w+=|javascript:/i);
      assert.equal(answer.headers.get('set-cookie'), null);
    }
  });

  it('is worked out so often for one network, and no oftener', async () => {
    const testId = await submitted();
    const answers = await Promise.all(
      Array.from({ length: REQUEST_LIMITS.read.line.requests + 10 }, () =>
        Promise.resolve(
          bench.app.request(sharedPath(testId), {}, { incoming: { socket: { remoteAddress: '203.0.113.7' } } }),
        ),
      ),
    );
    assert.equal(answers.filter(({ status }) => status === 429).length, 10);
  });
});

const honestDownload = async () => (await honestRun(await bench.openTest(), bench.hanoi)).result.download!;
