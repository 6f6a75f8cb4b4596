import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';

const SUBPROTOCOL = 'net.measurementlab.ndt.v7';

/** From the ndt7 specification: a server ends a direction after this long, either way, … */
const DURATION_MS = 10_000;
/** … and no message is larger than this. */
const MAX_MESSAGE_BYTES = 2 ** 24;

/** Messages start here and double once sixteen of a size have been sent, up to M-Lab's own server's limit. */
const FIRST_MESSAGE_BYTES = 2 ** 13;
const LAST_MESSAGE_BYTES = 2 ** 20;
const MESSAGES_PER_SIZE = 16;

/** Both sides tell what they count this often. */
const MEASUREMENT_MS = 250;

/** Handed to the system at a time: one message is on its way while the next one waits. */
const WAITING_MESSAGES = 2;

const payload = randomBytes(LAST_MESSAGE_BYTES);

const microsecondsSince = (startedAt: number): number => Math.round((performance.now() - startedAt) * 1000);

const serveDownload = (socket: WebSocket): void => {
  const startedAt = performance.now();
  let bytes = 0;
  let size = FIRST_MESSAGE_BYTES;
  const telling = setInterval(() => {
    const AppInfo = { ElapsedTime: microsecondsSince(startedAt), NumBytes: bytes };
    socket.send(JSON.stringify({ AppInfo, Origin: 'server', Test: 'download' }));
  }, MEASUREMENT_MS);
  socket.once('close', () => clearInterval(telling));
  const send = (): void => {
    if (socket.readyState !== socket.OPEN) return;
    if (performance.now() - startedAt >= DURATION_MS) {
      clearInterval(telling);
      return socket.close(1000);
    }
    if (size < LAST_MESSAGE_BYTES && bytes >= MESSAGES_PER_SIZE * size) size *= 2;
    bytes += size;
    socket.send(payload.subarray(0, size), send);
  };
  for (let i = 0; i < WAITING_MESSAGES; i++) send();
};

/** The kernel's BytesReceived is what its site shows; what Node has read of the connection is the same count a little later. */
const serveUpload = (socket: WebSocket, request: IncomingMessage): void => {
  const startedAt = performance.now();
  let bytes = 0;
  socket.on('message', (data: Buffer) => (bytes += data.length));
  const telling = setInterval(() => {
    const ElapsedTime = microsecondsSince(startedAt);
    const AppInfo = { ElapsedTime, NumBytes: bytes };
    const TCPInfo = { ElapsedTime, BytesReceived: request.socket.bytesRead };
    socket.send(JSON.stringify({ AppInfo, TCPInfo, Origin: 'server', Test: 'upload' }));
  }, MEASUREMENT_MS);
  const ending = setTimeout(() => {
    clearInterval(telling);
    socket.close(1000);
  }, DURATION_MS);
  socket.once('close', () => {
    clearInterval(telling);
    clearTimeout(ending);
  });
};

/** The server side of ndt7: one WebSocket a direction. */
export const ndt7Upgrade = (): ((request: IncomingMessage, socket: Duplex, head: Buffer) => void) => {
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: MAX_MESSAGE_BYTES,
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  });
  return (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (opened) => {
      opened.on('error', () => undefined); // a client that has seen enough just goes
      if (request.url?.startsWith('/ndt/v7/download')) serveDownload(opened);
      else serveUpload(opened, request);
    });
};
