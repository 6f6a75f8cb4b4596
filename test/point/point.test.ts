import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { decodeProtectedHeader, SignJWT } from 'jose';
import { WebSocket } from 'ws';
import type { ControlMessage } from '../../src/protocol/control.ts';
import type { PointInfo } from '../../src/protocol/point.ts';
import { unpackCurve } from '../../src/protocol/receipt.ts';
import { startTestPoint, type TestPoint } from './test-point.ts';

let point: TestPoint;
before(async () => {
  point = await startTestPoint();
});
after(() => point.close());

/** Reads at least `bytes` of a download and hangs up, as the engine does. */
const readSome = async (response: Response, bytes: number): Promise<Buffer> => {
  const reader = response.body!.getReader();
  const parts: Uint8Array[] = [];
  for (let have = 0; have < bytes;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    have += value.byteLength;
  }
  await reader.cancel().catch(() => undefined);
  return Buffer.concat(parts);
};

const totalOf = (curve: { steps: readonly number[]; streams: number } | null): number =>
  unpackCurve({ steps: [...curve!.steps], streams: curve!.streams }).at(-1)!.bytes;

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

  it('tells its upload counter over the control socket, the very readings that the receipt has', async () => {
    const ticket = await point.ticket();
    const socket = new WebSocket(point.url('/v1/control', ticket).replace('http', 'ws'));
    const heard: ControlMessage[] = [];
    socket.on('message', (data: Buffer) => heard.push(JSON.parse(data.toString()) as ControlMessage));
    const closed = once(socket, 'close');
    await once(socket, 'open');
    socket.send(JSON.stringify({ ping: 7 }));
    const upload = fetch(point.url('/v1/upload', ticket), { method: 'POST', body: randomBytes(20_000_000) });
    await upload;
    const receipt = await point.finish(ticket);
    await closed;
    assert.ok(heard.some((message) => 'pong' in message && message.pong === 7));
    const readings = heard.flatMap((message) => ('received' in message ? [message.received] : []));
    assert.deepEqual(
      readings,
      unpackCurve(receipt.upload!)
        .slice(1)
        .map(({ at, bytes }) => [at, bytes]),
    );
  });

  it('streams the same counter as lines where there is no WebSocket', async () => {
    const ticket = await point.ticket();
    const lines = fetch(point.url('/v1/control', ticket)).then((response) => response.text());
    await fetch(point.url('/v1/upload', ticket), { method: 'POST', body: randomBytes(1_000_000) });
    await point.finish(ticket);
    const last = JSON.parse((await lines).trim().split('\n').at(-1)!) as { received: [number, number] };
    assert.equal(last.received[1], 1_000_000);
  });

  it('answers the control stream with an empty line at once, because Firefox waits for a first byte', async () => {
    const leave = new AbortController();
    const stream = await fetch(point.url('/v1/control', await point.ticket()), { signal: leave.signal });
    const { value } = await stream.body!.getReader().read();
    assert.equal(new TextDecoder().decode(value), '\n');
    leave.abort();
  });

  it('hangs up on a control socket that talks nonsense', async () => {
    const socket = new WebSocket(point.url('/v1/control', await point.ticket()).replace('http', 'ws'));
    await once(socket, 'open');
    socket.send('{"ping":');
    const [code] = (await once(socket, 'close')) as [number];
    assert.equal(code, 1008);
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
