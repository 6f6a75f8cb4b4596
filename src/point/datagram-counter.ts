import { DATAGRAM_BYTES, DATAGRAM_COUNT } from '../protocol/datagrams.ts';
import type { DatagramClaims } from '../protocol/receipt.ts';

/** No engine sends more; room for one that some day does. */
export const MAX_DATAGRAMS = 4 * DATAGRAM_COUNT;

/** Larger ones are not counted and not sent back: nobody is to carry data through a point. */
export const MAX_DATAGRAM_BYTES = 4 * DATAGRAM_BYTES;

const SERIAL_BYTES = 4;

/** Counts the different datagrams of one test by their serial numbers. */
export class DatagramCounter {
  readonly #serials = new Set<number>();
  #arrived = 0;
  #sealed = false;

  /** Takes one datagram; whether it is to be sent back. */
  count(datagram: Buffer): boolean {
    const isOne = datagram.length >= SERIAL_BYTES && datagram.length <= MAX_DATAGRAM_BYTES;
    if (this.#sealed || !isOne || ++this.#arrived > MAX_DATAGRAMS) return false;
    const serial = datagram.readUInt32LE();
    if (serial >= MAX_DATAGRAMS) return false;
    this.#serials.add(serial);
    return true;
  }

  /** Counts no more. */
  stop(): void {
    this.#sealed = true;
  }

  claims(): DatagramClaims {
    return { received: this.#serials.size, sentAtLeast: Math.max(-1, ...this.#serials) + 1 };
  }
}
