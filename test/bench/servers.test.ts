import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { WebSocket } from 'ws';
import type { Contender } from './contender.ts';
import { cloudflare } from './contenders/cloudflare.ts';
import { librespeed } from './contenders/librespeed.ts';
import { ndt7 } from './contenders/ndt7.ts';
import { openspeedtest } from './contenders/openspeedtest.ts';
import { rmbtws } from './contenders/rmbtws.ts';
import { serveContents } from './servers/serve-contents.ts';

const MEGABYTE = 1024 * 1024;

/** The server of a contender without the contender: what its protocol says has to work without it. */
const withServer = (contender: Contender): { readonly origin: () => string } => {
  let server: Awaited<ReturnType<typeof serveContents>> | null = null;
  before(async () => {
    server = await serveContents(contender.contents!('/nowhere'), '127.0.0.1', 0);
  });
  after(() => server?.close());
  return { origin: () => server!.origin };
};

const post = (address: string, bytes: number): Promise<Response> =>
  fetch(address, { method: 'POST', body: Buffer.alloc(bytes) });

/** A WebSocket whose messages can be awaited one by one. */
const openSocket = async (address: string, protocol?: string) => {
  const socket = new WebSocket(address.replace('http', 'ws'), protocol);
  const waiting: (string | Buffer)[] = [];
  let wake: () => void = () => undefined;
  socket.on('message', (data: Buffer, isBinary) => {
    waiting.push(isBinary ? data : data.toString());
    wake();
  });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const next = async (): Promise<string | Buffer> => {
    while (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    return waiting.shift()!;
  };
  return { socket, next };
};

describe('the LibreSpeed server', () => {
  const { origin } = withServer(librespeed);

  it('sends as many megabytes as it is asked for', async () => {
    const body = await (await fetch(`${origin()}/backend/garbage.php?ckSize=3`)).arrayBuffer();
    assert.equal(body.byteLength, 3 * MEGABYTE);
  });

  it('answers an upload and a ping with nothing', async () => {
    for (const response of [
      await post(`${origin()}/backend/empty.php`, MEGABYTE),
      await fetch(`${origin()}/backend/empty.php`),
    ]) {
      assert.equal(response.status, 200);
      assert.equal((await response.arrayBuffer()).byteLength, 0);
    }
  });

  it('does not leave its folder', async () => {
    assert.equal((await fetch(`${origin()}/..%2f..%2fetc/passwd`)).status, 404);
  });
});

describe('the Cloudflare server', () => {
  const { origin } = withServer(cloudflare);

  it('sends exactly the bytes asked for, none too, and says how long it took itself', async () => {
    for (const bytes of [0, 100_001]) {
      const response = await fetch(`${origin()}/__down?bytes=${bytes}`);
      assert.equal((await response.arrayBuffer()).byteLength, bytes);
      assert.match(response.headers.get('server-timing') ?? '', /^cfRequestDuration;dur=\d+\.\d+$/);
    }
  });

  it('takes uploads', async () => {
    assert.equal((await post(`${origin()}/__up`, MEGABYTE)).status, 200);
  });
});

describe('the OpenSpeedTest server', () => {
  const { origin } = withServer(openspeedtest);

  it('has the file and the sink', async () => {
    const file = await fetch(`${origin()}/downloading?n=0.5`);
    assert.equal((await file.arrayBuffer()).byteLength, 30 * MEGABYTE);
    assert.equal((await post(`${origin()}/upload?n=0.5`, MEGABYTE)).status, 200);
  });
});

describe('the ndt7 server', () => {
  const { origin } = withServer(ndt7);
  const SUBPROTOCOL = 'net.measurementlab.ndt.v7';

  it('sends messages that double, and tells what it counts', async () => {
    const { socket, next } = await openSocket(`${origin()}/ndt/v7/download`, SUBPROTOCOL);
    assert.equal(socket.protocol, SUBPROTOCOL);
    const sizes: number[] = [];
    const told: string[] = [];
    while (told.length === 0 || sizes.length < 40) {
      const message = await next();
      if (typeof message === 'string') told.push(message);
      else sizes.push(message.length);
    }
    socket.terminate();
    assert.deepEqual(sizes.slice(0, 17), [...Array<number>(16).fill(2 ** 13), 2 ** 14]);
    assert.ok((JSON.parse(told[0]!) as { AppInfo: { NumBytes: number } }).AppInfo.NumBytes > 0);
  });

  it('counts an upload with its own clock', async () => {
    const { socket, next } = await openSocket(`${origin()}/ndt/v7/upload`, SUBPROTOCOL);
    socket.send(Buffer.alloc(MEGABYTE));
    const { TCPInfo } = JSON.parse((await next()) as string) as {
      TCPInfo: { BytesReceived: number; ElapsedTime: number };
    };
    socket.terminate();
    assert.ok(TCPInfo.BytesReceived > MEGABYTE); // the frame's header is on the wire too
    assert.ok(TCPInfo.ElapsedTime > 100_000 && TCPInfo.ElapsedTime < 5_000_000); // µs
  });
});

describe('the RMBT server', () => {
  const { origin } = withServer(rmbtws);
  const COMMANDS = 'ACCEPT GETCHUNKS GETTIME PUT PUTNORESULT PING QUIT\n';

  const enter = async () => {
    const connection = await openSocket(origin());
    assert.match((await connection.next()) as string, /^RMBTv1\./);
    assert.equal(await connection.next(), 'ACCEPT TOKEN QUIT\n');
    connection.socket.send('TOKEN anything\n');
    assert.equal(await connection.next(), 'OK\n');
    assert.equal(await connection.next(), 'CHUNKSIZE 4096 4096 4194304\n');
    assert.equal(await connection.next(), COMMANDS);
    return connection;
  };

  it('tells a browser where to measure', async () => {
    const response = await post(`${origin()}/RMBTControlServer/testRequest`, 0);
    const { test_server_address, test_server_port } = (await response.json()) as Record<string, unknown>;
    assert.equal(`http://${String(test_server_address)}:${String(test_server_port)}`, origin());
  });

  it('sends chunks of a size, marks the last one, and times them', async () => {
    const { socket, next } = await enter();
    socket.send('GETCHUNKS 3 8192\n');
    const chunks = [await next(), await next(), await next()] as Buffer[];
    assert.deepEqual(
      chunks.map((chunk) => [chunk.length, chunk.at(-1)]),
      [
        [8192, 0x00],
        [8192, 0x00],
        [8192, 0xff],
      ],
    );
    socket.send('OK\n');
    assert.match((await next()) as string, /^TIME \d+\n$/);
    assert.equal(await next(), COMMANDS);
    socket.terminate();
  });

  it('times a ping itself', async () => {
    const { socket, next } = await enter();
    socket.send('PING\n');
    assert.equal(await next(), 'PONG\n');
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.send('OK\n');
    const nanoseconds = Number(/^TIME (\d+)\n$/.exec((await next()) as string)?.[1]);
    assert.ok(nanoseconds > 40e6 && nanoseconds < 5e9, `${nanoseconds} ns`);
    socket.terminate();
  });

  it('counts an upload chunk by chunk until the marked one', async () => {
    const { socket, next } = await enter();
    socket.send('PUT 4096\n');
    assert.equal(await next(), 'OK\n');
    const chunk = Buffer.alloc(4096);
    socket.send(chunk);
    assert.match((await next()) as string, /^TIME \d+ BYTES 4096\n$/);
    socket.send(Buffer.concat([chunk.subarray(1), Buffer.of(0xff)]));
    assert.match((await next()) as string, /^TIME \d+ BYTES 8192\n$/);
    assert.match((await next()) as string, /^TIME \d+\n$/);
    assert.equal(await next(), COMMANDS);
    socket.terminate();
  });
});
