import type { Recording } from './observation.ts';
import type { Result } from './result.ts';
import type { Snapshot } from './snapshot.ts';
import type { Grant } from './ticket.ts';

/** Page → engine: all the page ever says. Cancelling is `worker.terminate()`. */
export type Command =
  | { readonly type: 'start'; readonly grant: Grant; readonly hidden: boolean }
  | { readonly type: 'visibility'; readonly hidden: boolean };

/** Engine → page. `ready` comes once, when the worker's script runs; `finished` ends every run, failed ones too. */
export type Report =
  | { readonly type: 'ready' }
  | { readonly type: 'progress'; readonly snapshot: Snapshot }
  | {
      readonly type: 'finished';
      readonly result: Result;
      readonly recording: Recording;
      readonly receipt: string | null;
    };

/** A worker that has not said `ready` by then was blocked: CSP refuses a blob worker without an exception. */
export const READY_TIMEOUT_MS = 2000;
