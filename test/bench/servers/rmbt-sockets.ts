import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';

/** Chunk sizes of RTR's servers: default, smallest, largest. */
const CHUNK_BYTES = { normal: 4096, min: 4096, max: 4 * 1024 * 1024 };

/** The last byte of a chunk: more of them come, or this was the last one. */
const GOES_ON = 0x00;
const LAST = 0xff;

/** Handed to the system at a time: one chunk is on its way while the next one waits. */
const WAITING_CHUNKS = 2;

const COMMANDS = 'ACCEPT GETCHUNKS GETTIME PUT PUTNORESULT PING QUIT\n';

const material = randomBytes(CHUNK_BYTES.max);
const chunks = new Map<string, Buffer>();

/** A chunk of a size with its mark at the end; made once. */
const chunkOf = (size: number, mark: number): Buffer => {
  const key = `${size} ${mark}`;
  const chunk = chunks.get(key) ?? Buffer.from(material.subarray(0, size));
  chunk[size - 1] = mark;
  chunks.set(key, chunk);
  return chunk;
};

const nanosecondsSince = (startedAt: bigint): bigint => process.hrtime.bigint() - startedAt;

interface Receiving {
  readonly startedAt: bigint;
  /** Tell after every chunk how far it is (PUT), or only at the end (PUTNORESULT). */
  readonly telling: boolean;
  bytes: number;
}

/** One connection of the RMBT protocol, version 1, over WebSocket: lines of text are commands, binary messages are chunks. */
const serveRmbt = (socket: WebSocket): void => {
  let receiving: Receiving | null = null;
  let sentAt = 0n;

  /** Sends chunks while `more` says so, then the last one. */
  const sendChunks = (size: number, more: () => boolean): void => {
    let over = false;
    const send = (): void => {
      if (over || socket.readyState !== socket.OPEN) return;
      over = !more();
      socket.send(chunkOf(size, over ? LAST : GOES_ON), send);
    };
    for (let i = 0; i < WAITING_CHUNKS; i++) send();
  };

  const receive = (chunk: Buffer): void => {
    if (!receiving) return;
    receiving.bytes += chunk.length;
    const elapsed = nanosecondsSince(receiving.startedAt);
    if (receiving.telling) socket.send(`TIME ${elapsed} BYTES ${receiving.bytes}\n`);
    if (chunk.at(-1) !== LAST) return;
    receiving = null;
    socket.send(`TIME ${elapsed}\n`);
    socket.send(COMMANDS);
  };

  const obey = (line: string): void => {
    const [command, ...numbers] = line.trim().split(' ');
    const [first = 0, second = CHUNK_BYTES.normal] = numbers.map(Number);
    switch (command) {
      case 'TOKEN':
        socket.send('OK\n');
        socket.send(`CHUNKSIZE ${CHUNK_BYTES.normal} ${CHUNK_BYTES.min} ${CHUNK_BYTES.max}\n`);
        return socket.send(COMMANDS);
      case 'PING':
        sentAt = process.hrtime.bigint();
        return socket.send('PONG\n');
      case 'GETCHUNKS': {
        let left = first;
        sentAt = process.hrtime.bigint();
        return sendChunks(second, () => --left > 0);
      }
      case 'GETTIME': {
        const until = performance.now() + first * 1000;
        sentAt = process.hrtime.bigint();
        return sendChunks(second, () => performance.now() < until);
      }
      case 'OK': // the client has it all
        socket.send(`TIME ${nanosecondsSince(sentAt)}\n`);
        return socket.send(COMMANDS);
      case 'PUT':
      case 'PUTNORESULT':
        receiving = { startedAt: process.hrtime.bigint(), telling: command === 'PUT', bytes: 0 };
        return socket.send('OK\n');
      case 'QUIT':
        socket.send('BYE\n');
        return socket.close(1000);
      default:
        return socket.send('ERR\n');
    }
  };

  socket.on('error', () => undefined); // a client that has seen enough just goes
  socket.on('message', (data: Buffer, isBinary: boolean) => (isBinary ? receive(data) : obey(data.toString())));
  socket.send('RMBTv1.2.0\n');
  socket.send('ACCEPT TOKEN QUIT\n');
};

/** The measurement server of RMBT. */
export const rmbtUpgrade = (): ((request: IncomingMessage, socket: Duplex, head: Buffer) => void) => {
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: CHUNK_BYTES.max,
  });
  return (request, socket, head) => sockets.handleUpgrade(request, socket, head, serveRmbt);
};
