import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import * as v from 'valibot';
import { WebSocketServer } from 'ws';
import type { ControlMessage } from '../protocol/control.ts';
import type { ByteSample } from '../protocol/receipt.ts';
import { COMMON_HEADERS } from './headers.ts';
import { refuse, SPENT } from './refusal.ts';
import type { Session } from './session.ts';
import { whenOver } from './when-over.ts';

/** Ten pings a second for the longest session, twice over. */
const MAX_PINGS = 1500;

/** The closing handshake of a socket is waited for this long. */
const CLOSE_GRACE_MS = 1000;

const PingSchema = v.object({ ping: v.number() });

const encode = (message: ControlMessage): string => JSON.stringify(message);
const received = ({ at, bytes }: ByteSample): string => encode({ received: [at, bytes] });

const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: 256 });

/** The control connection as a WebSocket: answers pings at once and tells every reading of the upload counter. */
export const serveControlSocket = (request: IncomingMessage, socket: Duplex, head: Buffer, session: Session): void => {
  sockets.handleUpgrade(request, socket, head, (connection) => {
    let pings = 0;
    const forget = session.onUploadReading((reading) => connection.send(received(reading)));
    const kept = session.onClose(() => {
      connection.close(1000);
      setTimeout(() => connection.terminate(), CLOSE_GRACE_MS).unref(); // a sleeping laptop never says goodbye
    });
    connection.on('message', (data, isBinary) => {
      const ping = isBinary ? null : parsePing((data as Buffer).toString('utf8'));
      if (ping === null || ++pings > MAX_PINGS) connection.close(1008);
      else connection.send(encode({ pong: ping }));
    });
    connection.on('error', () => undefined);
    connection.once('close', () => {
      forget();
      kept();
    });
  });
};

/** The same readings as lines of a streamed answer, for networks that block WebSocket. */
export const serveControlStream = (request: IncomingMessage, response: ServerResponse, session: Session): void => {
  if (session.closed) return refuse(response, SPENT);
  response.writeHead(200, { ...COMMON_HEADERS, 'content-type': 'application/x-ndjson' });
  response.write('\n'); // an empty line, because Firefox tells its page of an answer only when its first byte is there
  const forget = session.onUploadReading((reading) => {
    if (!response.writableEnded && !response.destroyed) response.write(`${received(reading)}\n`);
  });
  const kept = session.onClose(() => {
    forget();
    response.end();
  });
  whenOver(request, response, () => {
    forget();
    kept();
  });
};

const parsePing = (text: string): number | null => {
  try {
    const ping = v.safeParse(PingSchema, JSON.parse(text));
    return ping.success ? ping.output.ping : null;
  } catch {
    return null;
  }
};
