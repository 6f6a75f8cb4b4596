import type { ServerResponse } from 'node:http';

/** Sends `total` bytes of a block over and over, as fast as the client takes them. */
export const sendBytes = (response: ServerResponse, block: Buffer, total: number): void => {
  let left = total;
  const send = (): void => {
    while (left > 0 && !response.destroyed) {
      const part = left < block.length ? block.subarray(0, left) : block;
      left -= part.length;
      if (!response.write(part)) return void response.once('drain', send);
    }
    if (!response.destroyed) response.end();
  };
  send();
};
