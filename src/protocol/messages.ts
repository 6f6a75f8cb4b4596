import type { Recording } from './observation.ts';
import type { Result } from './result.ts';
import type { Snapshot } from './snapshot.ts';
import type { Grant } from './ticket.ts';
import type { Millis } from './units.ts';

/** Page → engine: all the page ever says. Cancelling is `worker.terminate()`. */
export type Command =
  | { readonly type: 'start'; readonly grant: Grant; readonly hidden: boolean }
  | { readonly type: 'visibility'; readonly hidden: boolean }
  | DatagramCommand;

/** Engine → page. `ready` comes once, when the worker's script runs; `finished` ends every run, failed ones too. */
export type Report =
  | { readonly type: 'ready' }
  | { readonly type: 'progress'; readonly snapshot: Snapshot }
  | {
      readonly type: 'finished';
      readonly result: Result;
      readonly recording: Recording;
      readonly receipt: string | null;
    }
  | DatagramReport;

/**
 * Datagrams need the page, because workers have no RTCPeerConnection. Engine → page: `connect` asks for a connection and the offer of
 * it, `answer` is what the point said to the offer, `count` asks for the count `waitMs` after the last one was sent, `hang-up` ends it.
 */
export type DatagramReport =
  | { readonly type: 'connect' }
  | { readonly type: 'answer'; readonly sdp: string }
  | { readonly type: 'count'; readonly waitMs: Millis }
  | { readonly type: 'hang-up' };

/** Page → engine: the offer, `open` when sending begins, and the count, at once where all came back. */
export type DatagramCommand =
  | { readonly type: 'offer'; readonly sdp: string }
  | { readonly type: 'open' }
  | { readonly type: 'datagrams'; readonly sent: number; readonly echoed: number };

/** A worker that has not said `ready` by then was blocked: CSP refuses a blob worker without an exception. */
export const READY_TIMEOUT_MS = 2000;
