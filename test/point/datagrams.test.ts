import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { cleanup, type DataChannel, PeerConnection } from 'node-datachannel';
import { listen } from '../../src/node/listen.ts';
import { answerAt } from '../../src/point/datagram-peers.ts';
import { serveDatagrams } from '../../src/point/datagrams.ts';
import { Session } from '../../src/point/session.ts';
import { MAX_OFFER_BYTES } from '../../src/protocol/datagrams.ts';
import type { TicketClaims } from '../../src/protocol/ticket.ts';
import { startTestPoint, type TestPoint } from './test-point.ts';

let point: TestPoint;
before(async () => {
  point = await startTestPoint();
});
after(async () => {
  await point.close();
  cleanup(); // its threads would keep this process alive
});

const post = (ticket: string, body: string, at = point) =>
  fetch(at.url('/v1/datagrams', ticket), { method: 'POST', body });

/** A browser's half of the connection, its addresses kept to itself as browsers do. */
const createPeer = async () => {
  const connection = new PeerConnection('browser', { iceServers: [] });
  const offered = new Promise<void>((resolve) =>
    connection.onGatheringStateChange((s) => s === 'complete' && resolve()),
  );
  const channel = connection.createDataChannel('', { unordered: true, maxRetransmits: 0 });
  const echoed: number[] = [];
  channel.onMessage((message) => echoed.push((message as Buffer).readUInt32LE()));
  const opened = new Promise<void>((resolve) => channel.onOpen(resolve));
  const closed = new Promise<void>((resolve) => channel.onClosed(resolve));
  await offered;
  const offer = connection.localDescription()!.sdp.replaceAll(/a=candidate:.*\r\n/g, '');
  return { connection, channel, echoed, opened, closed, offer };
};

const serial = (value: number, bytes = 60): Buffer => {
  const datagram = Buffer.alloc(bytes);
  datagram.writeUInt32LE(value);
  return datagram;
};

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
};

const send = (channel: DataChannel, serials: readonly number[]): void => {
  for (const one of serials) channel.sendMessageBinary(serial(one));
};

describe('datagrams at a measurement point', () => {
  it('come back as they were, and are counted in the receipt', async () => {
    const ticket = await point.ticket();
    const { connection, channel, echoed, opened, offer } = await createPeer();
    const answer = await post(ticket, offer);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    connection.setRemoteDescription(await answer.text(), 'answer');
    await opened;
    send(channel, [0, 1, 2, 4, 4, 9]);
    await until(() => echoed.length === 6);
    assert.deepEqual(echoed.toSorted(), [0, 1, 2, 4, 4, 9]);
    const { datagrams } = await point.finish(ticket);
    assert.deepEqual(datagrams, { received: 5, sentAtLeast: 10 });
    connection.close();
  });

  it('do no harm where the visitor hangs up while they are echoed', async () => {
    for (let round = 0; round < 10; round++) {
      const ticket = await point.ticket();
      const { connection, channel, opened, offer } = await createPeer();
      connection.setRemoteDescription(await (await post(ticket, offer)).text(), 'answer');
      await opened;
      send(
        channel,
        Array.from({ length: 80 }, (_, i) => i),
      );
      connection.close();
    }
    assert.equal((await fetch(`${point.origin}/v1/info`)).status, 200);
  });

  it('stop with the test', async () => {
    const ticket = await point.ticket();
    const { connection, opened, closed, offer } = await createPeer();
    connection.setRemoteDescription(await (await post(ticket, offer)).text(), 'answer');
    await opened;
    await point.finish(ticket);
    await closed;
    assert.equal((await post(ticket, offer)).status, 403);
    connection.close();
  });

  it('are neither counted nor sent back beyond what a test needs', async () => {
    const ticket = await point.ticket();
    const { connection, channel, echoed, opened, offer } = await createPeer();
    connection.setRemoteDescription(await (await post(ticket, offer)).text(), 'answer');
    await opened;
    channel.sendMessageBinary(Buffer.alloc(2));
    channel.sendMessageBinary(serial(0xffffffff));
    send(channel, [...Array(600).keys()]);
    await until(() => echoed.length >= 390);
    await new Promise((resolve) => setTimeout(resolve, 100)); // more would come by then
    const { datagrams } = await point.finish(ticket);
    assert.ok(echoed.length <= 400, `${echoed.length}`);
    assert.ok(datagrams!.received <= 400 && datagrams!.sentAtLeast <= 400);
    connection.close();
  });

  it('run over one UDP port for all tests where one is set', async () => {
    const udpPort = 50_000 + Math.floor(Math.random() * 10_000);
    const one = await startTestPoint({ udpPort });
    try {
      const peers = await Promise.all([createPeer(), createPeer(), createPeer()]);
      for (const [i, { connection, channel, opened, offer }] of peers.entries()) {
        const sdp = await (await post(await one.ticket(), offer, one)).text();
        assert.match(sdp, new RegExp(`a=candidate:\\S+ 1 UDP \\d+ 127\\.0\\.0\\.1 ${udpPort} typ host`));
        connection.setRemoteDescription(sdp, 'answer');
        await opened;
        send(channel, [i]);
      }
      await until(() => peers.every(({ echoed }, i) => echoed[0] === i));
      peers.forEach(({ connection }) => connection.close());
    } finally {
      await one.close();
    }
  });

  it('are refused without a ticket, a second time, and for an offer that is none or too large', async () => {
    const { connection, offer } = await createPeer();
    assert.equal((await fetch(`${point.origin}/v1/datagrams`, { method: 'POST', body: offer })).status, 401);
    const ticket = await point.ticket();
    assert.equal((await post(ticket, offer)).status, 200);
    assert.equal((await post(ticket, offer)).status, 409);
    assert.equal((await post(await point.ticket(), 'v=0')).status, 400);
    assert.equal((await post(await point.ticket(), 'x'.repeat(MAX_OFFER_BYTES + 1))).status, 413);
    assert.equal((await fetch(`${point.origin}/v1/ping`)).status, 204);
    connection.close();
  });

  it('are refused for good where the optional package is missing', async () => {
    const session = new Session('', {} as TicketClaims, { ipFamily: 4, operator: null }, () => 0);
    const make = () => createServer((request, response) => void serveDatagrams(request, response, session, null));
    const { port, close } = await listen(make, { host: '127.0.0.1', port: 0 });
    const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: 'v=0' });
    assert.equal(answer.status, 501);
    assert.match(((await answer.json()) as { detail: string }).detail, /node-datachannel/);
    assert.equal(session.datagrams, null, 'the receipt says nothing about datagrams');
    await close();
  });

  it('do not hold the point up when the offer never ends', async () => {
    const { port } = new URL(point.origin);
    const ticket = await point.ticket();
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(`POST /v1/datagrams?ticket=${ticket} HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\nv=0`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    assert.deepEqual((await point.finish(ticket)).datagrams, { received: 0, sentAtLeast: 0 });
  });
});

describe('an answer', () => {
  it('names one address, the one the browser reached', () => {
    const sdp = [
      'v=0',
      'a=candidate:2 1 UDP 21 fd00::2 4000 typ host',
      'a=candidate:1 1 UDP 20 10.0.0.1 4000 typ host',
      'a=end-of-candidates',
      '',
    ];
    assert.equal(
      answerAt('203.0.113.9', sdp.join('\r\n')),
      ['v=0', 'a=candidate:2 1 UDP 21 203.0.113.9 4000 typ host', 'a=end-of-candidates', ''].join('\r\n'),
    );
  });
});
