import type { IncomingMessage } from 'node:http';

/** Reads a body and drops it; calls back after its last byte, and never where it is aborted. */
export const dropBody = (request: IncomingMessage, then: () => void): void => {
  request.once('end', then);
  request.resume();
};
