import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { decodeProtectedHeader } from 'jose';
import type { PointInfo } from '../../src/protocol/point.ts';
import { readSome, totalOf } from './moved-bytes.ts';
import { startTestPoint, type TestPoint } from './test-point.ts';

let point: TestPoint;
before(async () => {
  point = await startTestPoint();
});
after(() => point.close());

describe('a measurement point', () => {
  it('answers pings and says who it is, to any page and with its timing open', async () => {
    const ping = await fetch(`${point.origin}/v1/ping`);
    assert.equal(ping.status, 204);
    for (const [name, value] of [
      ['access-control-allow-origin', '*'],
      ['timing-allow-origin', '*'],
      ['cache-control', 'no-store, no-transform'],
      ['vary', '*'],
    ] as const)
      assert.equal(ping.headers.get(name), value);
    const info = (await (await fetch(`${point.origin}/v1/info`)).json()) as PointInfo;
    assert.equal(info.id, 'here');
    assert.equal(info.ipFamily, 4);
  });

  it('lets preflights through for a day', async () => {
    const response = await fetch(`${point.origin}/v1/upload`, { method: 'OPTIONS' });
    assert.equal(response.status, 204);
    assert.equal(response.headers.get('access-control-max-age'), '86400');
  });

  it('says in problem+json what is not there', async () => {
    const response = await fetch(`${point.origin}/v2/download`);
    assert.equal(response.status, 404);
    assert.equal(response.headers.get('content-type'), 'application/problem+json');
  });

  it('sends incompressible bytes with a length, and reports them in the receipt', async () => {
    const ticket = await point.ticket();
    const response = await fetch(point.url('/v1/download', ticket));
    assert.equal(response.headers.get('content-length'), String(50e6));
    const bytes = await readSome(response, 200_000);
    assert.ok(gzipSync(bytes.subarray(0, 200_000)).length > 199_000);
    const receipt = await point.finish(ticket);
    assert.ok(totalOf(receipt.download) >= bytes.length);
    assert.equal(receipt.download!.streams, 1);
    assert.equal(receipt.upload, null);
  });

  it('counts every byte of an upload before it answers', async () => {
    const ticket = await point.ticket();
    const bodies = [randomBytes(3_000_000), randomBytes(2_000_001)];
    const answers = await Promise.all(
      bodies.map((body) => fetch(point.url('/v1/upload', ticket), { method: 'POST', body })),
    );
    assert.deepEqual(
      answers.map(({ status }) => status),
      [204, 204],
    );
    const receipt = await point.finish(ticket);
    assert.equal(totalOf(receipt.upload), 5_000_001);
    assert.equal(receipt.ipFamily, 4);
  });

  it('gives the same receipt again, and nothing more for the ticket', async () => {
    const ticket = await point.ticket();
    await readSome(await fetch(point.url('/v1/download', ticket)), 1000);
    const texts = await Promise.all(
      [0, 1, 2].map(async () => (await fetch(point.url('/v1/finish', ticket), { method: 'POST' })).text()),
    );
    assert.equal(new Set(texts).size, 1);
    assert.equal(decodeProtectedHeader(texts[0]!).alg, 'EdDSA');
    assert.equal((await fetch(point.url('/v1/download', ticket))).status, 403);
    assert.equal((await fetch(point.url('/v1/upload', ticket), { method: 'POST', body: 'x' })).status, 403);
  });

  it('speaks HTTP/1.1 to IPv6 visitors too, and knows them as such', async () => {
    const six = await startTestPoint({ host: 'localhost' });
    try {
      const info = (await (await fetch(`${six.origin.replace('localhost', '[::1]')}/v1/info`)).json()) as PointInfo;
      assert.equal(info.ipFamily, 6);
    } finally {
      await six.close();
    }
  });
});
