import type { IncomingMessage, ServerResponse } from 'node:http';
import { COMMON_HEADERS } from './headers.ts';
import { BLOCK_BYTES, randomBlock } from './random-block.ts';
import { refusalOf, refuse } from './refusal.ts';
import type { Session } from './session.ts';
import { whenOver } from './when-over.ts';

/** A slow line gets slices this small, so that what waits in this process stays far below a second of it. */
const MIN_SLICE_BYTES = 16 * 1024;

/** A slice that left faster than this was too small, … */
const SHORT_WAIT_MS = 10;
/** … one that took longer was too large. */
const LONG_WAIT_MS = 50;

/** Sends incompressible bytes until the browser goes away, the session ends or the ticket is used up. */
export const serveDownload = (request: IncomingMessage, response: ServerResponse, session: Session): void => {
  const meter = session.download;
  const cap = session.claims.maxDownloadBytes;
  const refusal = refusalOf(session, meter, cap);
  if (refusal) return refuse(response, refusal);

  const ended = meter.open();
  const kept = session.onClose(() => response.destroy());
  whenOver(request, response, () => {
    ended();
    kept();
  });
  const left = cap - meter.bytes;
  // A length keeps node from chunked encoding, which halves what a core can send.
  response.writeHead(200, { ...COMMON_HEADERS, 'content-type': 'application/octet-stream', 'content-length': left });

  let sent = 0;
  let slice = MIN_SLICE_BYTES;
  let offset = 0;
  const send = (): void => {
    while (sent < left && !response.destroyed) {
      if (meter.bytes >= cap) return void response.destroy(); // other connections of the ticket took the rest
      const size = Math.min(slice, left - sent, BLOCK_BYTES - offset);
      // Counted when the system has taken it: what still waits here when a browser goes away was never sent.
      const more = response.write(randomBlock.subarray(offset, offset + size), (error) => {
        if (!error) meter.count(size);
      });
      sent += size;
      offset = (offset + size) % BLOCK_BYTES; // on through the block: a repeated slice would be compressible
      if (!more) {
        const waitedFrom = performance.now();
        response.once('drain', () => {
          const waited = performance.now() - waitedFrom;
          if (waited < SHORT_WAIT_MS) slice = Math.min(slice * 2, BLOCK_BYTES);
          else if (waited > LONG_WAIT_MS) slice = Math.max(slice / 2, MIN_SLICE_BYTES);
          send();
        });
        return;
      }
    }
    if (!response.destroyed) response.end();
  };
  send();
};
