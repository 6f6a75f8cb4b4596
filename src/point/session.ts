import type { DatagramCounter } from './datagram-counter.ts';
import type { ByteSample } from '../protocol/receipt.ts';
import type { IpFamily } from '../protocol/point.ts';
import type { Operator } from '../node/networks.ts';
import type { TicketClaims } from '../protocol/ticket.ts';
import type { Millis } from '../protocol/units.ts';
import { Meter } from './meter.ts';

/** What is kept of whoever opened a session. */
export interface Visitor {
  readonly ipFamily: IpFamily;
  readonly operator: Operator | null;
}

/** One test at this point: opened by its ticket's first use, closed by `finish` or by time. */
export class Session {
  readonly ticket: string;
  readonly claims: TicketClaims;
  /** Of the connection that opened the session. The address itself is not kept. */
  readonly ipFamily: IpFamily;
  /** The network of that address, where the point's table knows it. */
  readonly operator: Operator | null;
  readonly openedAt: Millis;
  readonly download: Meter;
  readonly upload: Meter;
  /** Set once, by the first offer of a data channel. */
  datagrams: DatagramCounter | null = null;
  /** Set once, by the first `finish`; later ones get the same receipt. */
  receipt: Promise<string> | null = null;
  readonly #listeners = new Set<(reading: ByteSample) => void>();
  readonly #closers = new Set<() => void>();
  #closed = false;

  constructor(ticket: string, claims: TicketClaims, visitor: Visitor, now: () => Millis) {
    this.ticket = ticket;
    this.claims = claims;
    this.ipFamily = visitor.ipFamily;
    this.operator = visitor.operator;
    this.openedAt = now();
    this.download = new Meter(now);
    this.upload = new Meter(now, (reading) => this.#listeners.forEach((tell) => tell(reading)));
  }

  /** Calls back with every reading of the upload counter; the answer stops it. */
  onUploadReading(tell: (reading: ByteSample) => void): () => void {
    this.#listeners.add(tell);
    return () => this.#listeners.delete(tell);
  }

  /** How many connections the test has open now. */
  get connections(): number {
    return this.#closers.size;
  }

  /** Nothing moves any more for this ticket; its receipt can still be had. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Registers a connection to be cut when the session ends; the answer takes it back. */
  onClose(cut: () => void): () => void {
    this.#closers.add(cut);
    return () => this.#closers.delete(cut);
  }

  /** Ends the test: takes the last readings and cuts every connection that still carries something. */
  close(): void {
    this.#closed = true;
    this.download.stop();
    this.upload.stop();
    this.datagrams?.stop();
    for (const cut of [...this.#closers]) cut();
    this.#closers.clear();
    this.#listeners.clear();
  }
}
