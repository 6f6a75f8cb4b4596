import type { IncomingMessage, ServerResponse } from 'node:http';
import { COMMON_HEADERS } from './headers.ts';
import { BLOCK_BYTES, randomBlock } from './random-block.ts';
import { CAP_REACHED, MAX_STREAMS, refuse, SPENT, TOO_MANY_STREAMS } from './refusal.ts';
import type { Session } from './session.ts';

/** A slow line gets slices this small, so that what waits in this process stays far below a second of it. */
const MIN_SLICE_BYTES = 16 * 1024;

/** A slice that left faster than this was too small, … */
const SHORT_WAIT_MS = 10;
/** … one that took longer was too large. */
const LONG_WAIT_MS = 50;

/** Sends incompressible bytes until the browser goes away, the session ends or the ticket is used up. */
export const serveDownload = (_request: IncomingMessage, response: ServerResponse, session: Session): void => {
  const meter = session.download;
  const cap = session.claims.maxDownloadBytes;
  if (session.receipt) return refuse(response, SPENT);
  if (meter.bytes >= cap) return refuse(response, CAP_REACHED);
  if (meter.streams >= MAX_STREAMS) return refuse(response, TOO_MANY_STREAMS);

  const ended = meter.open();
  const kept = session.onClose(() => response.destroy());
  response.once('close', () => {
    ended();
    kept();
  });
  response.writeHead(200, {
    ...COMMON_HEADERS,
    'content-type': 'application/octet-stream',
    // A length keeps node from chunked encoding, which halves what a core can send.
    'content-length': cap - meter.bytes,
  });

  let left = cap - meter.bytes;
  let slice = MIN_SLICE_BYTES;
  let offset = 0;
  const send = (): void => {
    while (left > 0 && !response.destroyed) {
      if (meter.bytes >= cap) return void response.destroy(); // other connections of the ticket took the rest
      const size = Math.min(slice, left, BLOCK_BYTES - offset);
      meter.count(size);
      const more = response.write(randomBlock.subarray(offset, offset + size));
      left -= size;
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
