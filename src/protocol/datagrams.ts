import type { Bytes, Millis } from './units.ts';

/**
 * The datagrams of a loss measurement, on a data channel that neither repeats nor orders them. The first four bytes are the serial
 * number (little-endian, from 0); the point sends each one back as it came.
 */

/** One lost each way is half a percent; more datagrams would be a longer test, see decision 0006. */
export const DATAGRAM_COUNT = 100;

/** 270 kbit/s on the wire with all headers, a third of the slowest uplink that is still sold. */
export const DATAGRAM_GAP_MS: Millis = 5;

/** What a voice codec puts into a packet. */
export const DATAGRAM_BYTES: Bytes = 60;

/** A data-only offer of Chromium has 500 bytes, one of Firefox 700. */
export const MAX_OFFER_BYTES: Bytes = 8 * 1024;
