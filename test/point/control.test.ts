import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { WebSocket } from 'ws';
import type { ControlMessage } from '../../src/protocol/control.ts';
import { unpackCurve } from '../../src/protocol/receipt.ts';
import { startTestPoint, type TestPoint } from './test-point.ts';

let point: TestPoint;
before(async () => {
  point = await startTestPoint();
});
after(() => point.close());

describe('a measurement point', () => {
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
});
