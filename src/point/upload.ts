import type { IncomingMessage, ServerResponse } from 'node:http';
import { COMMON_HEADERS } from './headers.ts';
import { refusalOf, refuse } from './refusal.ts';
import type { Session } from './session.ts';
import { whenOver } from './when-over.ts';

/** Counts and drops a body; it is answered only after its last byte, never before. */
export const serveUpload = (request: IncomingMessage, response: ServerResponse, session: Session): void => {
  const meter = session.upload;
  const cap = session.claims.maxUploadBytes;
  const refusal = refusalOf(session, meter, cap);
  if (refusal) return refuse(response, refusal);

  const ended = meter.open();
  const kept = session.onClose(() => request.destroy());
  whenOver(request, response, () => {
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
