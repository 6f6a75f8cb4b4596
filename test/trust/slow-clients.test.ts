import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import { after, describe, it } from 'node:test';
import { POINT_PATHS } from '../../src/protocol/endpoints.ts';
import { startTestPoint } from '../point/test-point.ts';

const point = await startTestPoint({ maxTests: 20 });
after(() => point.close());
const port = Number(new URL(point.origin).port);

const open = (): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', reject);
  });
const closedWithin = (socket: Socket, ms: number): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), ms);
    socket
      .on('error', () => undefined)
      .once('close', () => {
        clearTimeout(timer);
        resolve(true);
      });
    socket.resume();
  });
const isServed = async (): Promise<void> => {
  const ticket = await point.ticket({ maxDownloadBytes: 3e6 });
  const answer = await fetch(point.url(POINT_PATHS.download, ticket));
  assert.equal(answer.status, 200);
  assert.ok((await answer.arrayBuffer().catch(() => new ArrayBuffer(3e6))).byteLength > 2e6);
  await point.finish(ticket);
};

describe('a point', () => {
  it('cuts clients that never finish their headers, and serves others meanwhile', async () => {
    const slow = await Promise.all(Array.from({ length: 200 }, open));
    const drip = setInterval(() => slow.forEach((socket) => socket.writable && socket.write('x')), 500);
    slow.forEach((socket) => socket.write('GET /v1/ping HTTP/1.1\r\nHost: point\r\nX-Slow: '));
    await isServed();
    const cut = await Promise.all(slow.map((socket) => closedWithin(socket, 20_000)));
    clearInterval(drip);
    assert.equal(cut.filter(Boolean).length, slow.length);
  });

  it('keeps little for clients that never read, and lets them go when their test is over', async () => {
    const before = process.memoryUsage().rss;
    const tests = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const ticket = await point.ticket();
        const sockets = await Promise.all(Array.from({ length: 6 }, open));
        for (const socket of sockets) {
          socket.pause();
          socket.write(`GET ${POINT_PATHS.download}?ticket=${ticket} HTTP/1.1\r\nHost: point\r\n\r\n`);
        }
        return { ticket, sockets };
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await isServed();
    const grown = (process.memoryUsage().rss - before) / 60;
    assert.ok(grown < 2e6, `${grown} bytes a connection`);
    for (const { ticket, sockets } of tests) {
      await point.finish(ticket);
      assert.deepEqual(
        await Promise.all(sockets.map((socket) => closedWithin(socket, 5000))),
        sockets.map(() => true),
      );
    }
  });

  it('takes no body without a ticket, and none of a kind it does not know', async () => {
    for (const head of [
      `POST ${POINT_PATHS.upload} HTTP/1.1\r\nHost: point\r\nContent-Length: 1000000000\r\n\r\n`,
      `POST ${POINT_PATHS.ping} HTTP/1.1\r\nHost: point\r\nTransfer-Encoding: chunked\r\n\r\n`,
      `POST ${POINT_PATHS.upload}?ticket=a.b.c HTTP/1.1\r\nHost: point\r\nContent-Length: 1000000000\r\n\r\n`,
    ]) {
      const socket = await open();
      socket.write(head);
      assert.equal(await closedWithin(socket, 5000), true, head);
    }
  });

  it('sends whoever comes when it is full elsewhere, and says when to come back', async () => {
    const full = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const ticket = await point.ticket();
        const answer = await fetch(point.url(POINT_PATHS.control, ticket));
        return { ticket, answer };
      }),
    );
    const refused = await fetch(point.url(POINT_PATHS.download, await point.ticket()));
    assert.equal(refused.status, 503);
    assert.ok(Number(refused.headers.get('retry-after')) > 0);
    for (const { ticket } of full) await point.finish(ticket);
    await isServed();
  });
});
