import type { ReactiveControllerHost } from 'lit';
import type { Snapshot } from '../protocol/snapshot.ts';
import type { Grant } from '../protocol/ticket.ts';
import { type Order, type RunEnd, runTest } from './run-test.ts';

/** Where the element stands. The last snapshot stays with the end, because its traces are part of the picture. */
export type RunState =
  | { readonly status: 'idle' }
  | {
      readonly status: 'running';
      readonly snapshot: Snapshot | null;
      readonly grant: Grant | null;
      /** For another test to end. */
      readonly isWaiting?: boolean;
    }
  | {
      readonly status: 'ended';
      readonly snapshot: Snapshot | null;
      readonly end: RunEnd;
      /** Whether the page is to paint what the numbers mean, too: that comes a frame after the numbers. */
      readonly explained: boolean;
    };

/** Owns one run at a time and its newest snapshot, and has its host painted at most once a frame. */
export class RunController {
  readonly #host: ReactiveControllerHost;
  #state: RunState = { status: 'idle' };
  #abort: AbortController | null = null;
  #frame = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get state(): RunState {
    return this.#state;
  }

  /** Runs a test to its end. Call it only while none runs. */
  async run(order: Omit<Order, 'onWait'>): Promise<RunEnd> {
    const abort = new AbortController();
    this.#abort = abort;
    this.#become({ status: 'running', snapshot: null, grant: null });
    let snapshot: Snapshot | null = null;
    let grant: Grant | null = null;
    const end = await runTest(
      {
        ...order,
        onWait: () => this.#become({ status: 'running', snapshot: null, grant: null, isWaiting: true }),
        onGrant: (given) => {
          grant = given;
          this.#become({ status: 'running', snapshot, grant });
          order.onGrant(given);
        },
        onSnapshot: (newest) => {
          snapshot = newest;
          this.#state = { status: 'running', snapshot, grant };
          this.#schedule();
          order.onSnapshot(newest);
        },
      },
      abort.signal,
    );
    this.#abort = null;
    if (end.result.outcome === 'cancelled') this.#become({ status: 'idle' });
    else this.#end({ status: 'ended', snapshot, end, explained: document.hidden });
    return end;
  }

  /** Ends the run at once; its promise gives a cancelled result. */
  cancel(): void {
    this.#abort?.abort();
  }

  /** Back to the beginning, where a run has ended. */
  reset(): void {
    if (this.#state.status === 'ended') this.#become({ status: 'idle' });
  }

  /** A result is the largest thing there is to paint: numbers first, their meaning in the frame after the next. */
  #end(state: Extract<RunState, { status: 'ended' }>): void {
    this.#become(state);
    if (state.explained) return;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (this.#state === state) this.#become({ ...state, explained: true });
      }),
    );
  }

  #become(state: RunState): void {
    this.#state = state;
    this.#schedule();
  }

  /** In a frame of its own, never in the task that brought the news: two short tasks disturb a page less than one long one. */
  #schedule(): void {
    if (document.hidden) this.#host.requestUpdate();
    else
      this.#frame ||= requestAnimationFrame(() => {
        this.#frame = 0;
        this.#host.requestUpdate();
      });
  }
}
