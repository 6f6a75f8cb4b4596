import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { listen, originOf } from '../../../src/node/listen.ts';

/** What a benchmark server answers. Everything is HTTP/1.1 without TLS, as for the project's own servers in the link lab. */
export interface Contents {
  readonly answer: (request: IncomingMessage, response: ServerResponse, url: URL) => void;
  readonly upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
}

/** Listens on `host`:`port`; resolves with the origin. */
export const serveContents = async (
  { answer, upgrade }: Contents,
  host: string,
  port: number,
): Promise<{ readonly origin: string; readonly close: () => Promise<void> }> => {
  const { port: bound, close } = await listen(
    () => {
      const server = createServer((request, response) => {
        request.on('error', () => undefined); // an engine that has seen enough aborts its requests
        answer(request, response, new URL(request.url ?? '/', 'http://peer.invalid'));
      });
      if (upgrade) server.on('upgrade', upgrade);
      return server;
    },
    { host, port },
  );
  return { origin: originOf(host, bound), close };
};
