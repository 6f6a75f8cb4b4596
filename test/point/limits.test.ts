import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { SignJWT } from 'jose';
import { WebSocket } from 'ws';
import { readSome, totalOf } from './moved-bytes.ts';
import { startTestPoint, type TestPoint } from './test-point.ts';

let point: TestPoint;
before(async () => {
  point = await startTestPoint();
});
after(() => point.close());

describe('a measurement point', () => {
  it('moves no more than the ticket allows, over however many connections', async () => {
    const ticket = await point.ticket({ maxDownloadBytes: 1_000_000, maxUploadBytes: 1_000_000 });
    const read = async () => {
      const response = await fetch(point.url('/v1/download', ticket));
      if (!response.ok) return 0;
      const reader = response.body!.getReader();
      let bytes = 0;
      try {
        for (let part = await reader.read(); !part.done; part = await reader.read()) bytes += part.value.byteLength;
      } catch {
        // cut at the cap
      }
      return bytes;
    };
    const got = (await Promise.all([read(), read(), read()])).reduce((sum, bytes) => sum + bytes, 0);
    assert.ok(got <= 1_800_000, `${got}`); // at most one slice a connection over the cap
    assert.equal((await fetch(point.url('/v1/download', ticket))).status, 410);
    await fetch(point.url('/v1/upload', ticket), { method: 'POST', body: randomBytes(5_000_000) }).catch(
      () => undefined,
    );
    const receipt = await point.finish(ticket);
    assert.ok(totalOf(receipt.upload) <= 1_100_000);
  });

  it('refuses tickets that are missing, forged, expired, or for another point', async () => {
    const status = async (ticket: string) => (await fetch(point.url('/v1/download', ticket))).status;
    const good = await point.ticket();
    const [header, payload, signature] = good.split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const hs256 = await new SignJWT({ ...claims }).setProtectedHeader({ alg: 'HS256' }).sign(randomBytes(32));
    const now = Math.floor(Date.now() / 1000);
    assert.equal((await fetch(`${point.origin}/v1/download`)).status, 401);
    assert.equal(await status(`${header}.${encode({ ...claims, maxDownloadBytes: 1e12 })}.${signature}`), 401);
    assert.equal(await status(`${encode({ alg: 'none' })}.${payload}.`), 401);
    assert.equal(await status(hs256), 401);
    assert.equal(await status(await point.ticket({ iat: now - 1000, exp: now - 700 })), 401);
    assert.equal(await status(await point.ticket({ points: ['elsewhere'] })), 403);
    const socket = new WebSocket(point.url('/v1/control', hs256).replace('http', 'ws'));
    const [error] = (await once(socket, 'error')) as [Error];
    assert.match(error.message, /403/);
  });

  it('sends tests elsewhere when it carries as many as it may', async () => {
    const small = await startTestPoint({ maxTests: 1 });
    try {
      const [first, second] = [await small.ticket(), await small.ticket()];
      await readSome(await fetch(small.url('/v1/download', first)), 1000);
      const refused = await fetch(small.url('/v1/download', second));
      assert.equal(refused.status, 503);
      assert.ok(Number(refused.headers.get('retry-after')) > 0);
      await small.finish(first);
      const served = await fetch(small.url('/v1/download', second));
      assert.equal(served.status, 200);
      await served.body!.cancel();
    } finally {
      await small.close();
    }
  });

  it('survives what no browser does: pipelined requests, half-open sockets, addresses that are none', async () => {
    const { port } = new URL(point.origin);
    const ticket = await point.ticket();
    const raw = (text: string) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(text)).on('error', () => undefined);
      return socket;
    };
    const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;
    const ends = [
      raw(get(`/v1/download?ticket=${ticket}`) + get(`/v1/control?ticket=${ticket}`)),
      raw(`GET /v1/control?ticket=x HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`),
      raw(get('//')),
      raw(get('/%')),
      raw('POST /v1/upload HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nabc'),
      raw('OPTIONS /v1/upload HTTP/1.1\r\nHost: x\r\nContent-Length: 100000000000\r\n\r\nabc'),
    ];
    await Promise.all(ends.map((socket) => once(socket, 'data').catch(() => undefined)));
    await fetch(point.url('/v1/upload', ticket), { method: 'POST', body: randomBytes(1_000_000) });
    const receipt = await point.finish(ticket);
    assert.equal(totalOf(receipt.upload), 1_000_000);
    ends.forEach((socket) => socket.destroy());
    assert.equal((await fetch(`${point.origin}/v1/ping`)).status, 204);
  });

  it('does not credit a download with what still waited when the browser went away', async () => {
    const { port } = new URL(point.origin);
    const ticket = await point.ticket({ maxDownloadBytes: 1e10 });
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(`GET /v1/download?ticket=${ticket} HTTP/1.1\r\nHost: x\r\n\r\n`);
    await once(socket, 'data');
    socket.destroy();
    const receipt = await point.finish(ticket);
    assert.ok(
      totalOf(receipt.download) < 20e6,
      `${totalOf(receipt.download)} bytes: no more than the system's own buffers`,
    );
  });

  it('allows a test sixteen connections a direction', async () => {
    const ticket = await point.ticket({ maxDownloadBytes: 1e10 });
    const { port } = new URL(point.origin);
    const sockets = Array.from({ length: 16 }, () => connect(Number(port), '127.0.0.1'));
    await Promise.all(
      sockets.map(async (socket) => {
        socket.write(`GET /v1/download?ticket=${ticket} HTTP/1.1\r\nHost: x\r\n\r\n`);
        await once(socket, 'data');
        socket.pause();
      }),
    );
    assert.equal((await fetch(point.url('/v1/download', ticket))).status, 429);
    sockets.forEach((socket) => socket.destroy());
  });
});
