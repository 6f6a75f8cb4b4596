import type { IncomingMessage, ServerResponse } from 'node:http';
import { COMMON_HEADERS } from './headers.ts';
import { CAP_REACHED, MAX_STREAMS, refuse, SPENT, TOO_MANY_STREAMS } from './refusal.ts';
import type { Session } from './session.ts';

/** Counts and drops a body; it is answered only after its last byte, never before. */
export const serveUpload = (request: IncomingMessage, response: ServerResponse, session: Session): void => {
  const meter = session.upload;
  const cap = session.claims.maxUploadBytes;
  if (session.receipt) return refuse(response, SPENT);
  if (meter.bytes >= cap) return refuse(response, CAP_REACHED);
  if (meter.streams >= MAX_STREAMS) return refuse(response, TOO_MANY_STREAMS);

  const ended = meter.open();
  const kept = session.onClose(() => request.destroy());
  request.once('close', () => {
    ended();
    kept();
  });
  // An aborted upload is how every direction ends: the browser has seen enough.
  request.on('error', () => undefined);
  request.on('data', (chunk: Buffer) => {
    meter.count(chunk.length);
    if (meter.bytes >= cap) request.destroy();
  });
  request.once('end', () => {
    response.writeHead(204, COMMON_HEADERS);
    response.end();
  });
};
