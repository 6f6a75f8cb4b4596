import * as v from 'valibot';

/** What the engine saw that may have bent a number. A flagged result is kept; who uses it decides. */
export const ENGINE_FLAGS = [
  /** The tab was hidden during a phase: browsers throttle hidden pages. */
  'tab-hidden',
  /** The clock jumped while measuring (sleep, suspended tab). */
  'clock-gap',
  /** The engine's own timers came late for half of a direction: the device, not the line, may have been the limit. */
  'device-limited',
  /** The browser spoke something else than HTTP/1.1, so several streams may have shared one TCP connection. */
  'not-http1',
  /** A service worker of the page sat in the data path. */
  'service-worker',
  /** WebSocket was blocked: latency by HTTP round trips, upload counters over a streamed answer. */
  'no-websocket',
  /** A direction ended at the byte cap before its rate was steady. */
  'byte-limit',
  /** A direction ended at the time limit before its rate was steady. */
  'time-limit',
  /** A direction's rate swung while no queue built up at all: its connections, not the line, were the limit (loss, a far point). */
  'not-filled',
  /** The first point failed while measuring and another took over. */
  'point-changed',
  /** The point did not hand out a receipt. */
  'no-receipt',
] as const;

/** What the collector found when it checked a result against its ticket and receipt. */
export const COLLECTOR_FLAGS = [
  'receipt-missing',
  /** Not signed by the key of the point it names, or altered. */
  'receipt-invalid',
  /** Signed by a point, but for another test. */
  'receipt-of-another-test',
  /** The point is not one the ticket allowed. */
  'point-not-allowed',
  /** Replaying the estimator over the recording and the receipt gives other numbers than the result claims. */
  'replay-differs',
  /** Computed by another version of the estimator; compared with a tolerance instead of to the letter. */
  'other-estimator',
  /** The browser claims more bytes than the point sent. */
  'download-exceeds-receipt',
  /** The browser's download rate is not the one the point's own curve gives. */
  'download-rate-differs',
  /** The browser claims datagrams that cannot be the ones the point counted. */
  'loss-differs',
  /** A download so short and small that it may never have left the point's send buffers, or a "steady" rate before the plan allows one. */
  'too-short',
  /** Signed by a point whose receipts are not believed any more from a date on. */
  'point-revoked',
  /** The page named a site that the collector does not know, or that its origin does not belong to. */
  'unattributed',
  /** The page named a commune that the collector's list does not have in that province: it counts for the province alone. */
  'commune-unknown',
  /** The network that asked for the ticket is not the one that was measured: another line, a VPN, or a carrier's two families. */
  'network-differs',
  /** Posted after the ticket had expired (kept in the outbox). */
  'late',
] as const;

/** A flag the engine may raise; every other one is the collector's to give. */
export const isEngineFlag = (flag: string): flag is (typeof ENGINE_FLAGS)[number] =>
  ENGINE_FLAGS.some((known) => known === flag);

export const FlagSchema = v.picklist([...ENGINE_FLAGS, ...COLLECTOR_FLAGS]);
export type Flag = v.InferOutput<typeof FlagSchema>;
