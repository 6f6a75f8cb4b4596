/** A span or an instant on a monotonic clock, in milliseconds. */
export type Millis = number;
/** A count of payload bytes: what the application read or sent, without HTTP, TCP or IP headers. */
export type Bytes = number;
/** Goodput in bits per second. Mbit/s exists only in views. */
export type BitsPerSecond = number;

/** The mean goodput of `bytes` moved in `ms`; 0 when no time has passed. */
export const rateOf = (bytes: Bytes, ms: Millis): BitsPerSecond => (ms > 0 ? (bytes * 8000) / ms : 0);

/** Bit/s → Mbit/s (10⁶ bit/s, the unit of plans and regulations; never 2²⁰). */
export const megabitsOf = (rate: BitsPerSecond): number => rate / 1e6;

/** Bytes → megabytes (10⁶ bytes, as operators bill them). */
export const megabytesOf = (bytes: Bytes): number => bytes / 1e6;

/** Rounds to tenths of a millisecond, the finest step of a browser's clock; recordings are shorter for it. */
export const tenthsOf = (ms: Millis): Millis => Math.round(ms * 10) / 10;
