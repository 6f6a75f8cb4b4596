import type { Command, Report } from '../protocol/messages.ts';
import { emptyResult, type Result } from '../protocol/result.ts';
import type { Snapshot } from '../protocol/snapshot.ts';
import type { Grant } from '../protocol/ticket.ts';
import type { Configuration } from './configuration.ts';
import { openEngine } from './open-engine.ts';
import { readyPart } from './part-shelf.ts';
import { requestGrant } from './request-grant.ts';
import { RunFailure } from './run-failure.ts';
import { takeTurn } from './take-turn.ts';

/** What one run is told, and whom it tells. */
export interface Order {
  readonly configuration: Configuration;
  readonly workerSrc: string | null;
  /** Another test runs; this one follows. */
  readonly onWait: () => void;
  readonly onGrant: (grant: Grant) => void;
  readonly onSnapshot: (snapshot: Snapshot) => void;
}

export type Finished = Extract<Report, { type: 'finished' }>;

/** How a run ended. `recording` and `receipt` are there where the engine itself ended it. */
export interface RunEnd {
  readonly result: Result;
  readonly grant: Grant | null;
  readonly finished: Finished | null;
}

/**
 * One run from the click to its result; never rejects. The engine is opened before the ticket is asked for, so that a blocked engine
 * costs the collector nothing. Whatever happens, the worker and every listener are gone when it ends.
 */
export const runTest = async (order: Order, signal: AbortSignal): Promise<RunEnd> => {
  let leave: (() => void) | null = null;
  let worker: Worker | null = null;
  let grant: Grant | null = null;
  try {
    leave = await takeTurn(signal, order.onWait);
    worker = await openEngine(order.workerSrc, signal);
    const { collector, request } = order.configuration;
    grant = await requestGrant(collector, request, signal);
    signal.throwIfAborted();
    order.onGrant(grant);
    signal.throwIfAborted(); // a page that hears of the start may stop it
    const finished = await drive(worker, grant, order.onSnapshot, signal);
    return { result: finished.result, grant, finished };
  } catch (error) {
    const identity = grant && { testId: grant.testId, startedAt: grant.issuedAt, plan: grant.plan.name };
    const end = signal.aborted ? emptyResult('cancelled', null) : emptyResult('failed', failureOf(error));
    return { result: { ...end, ...identity }, grant, finished: null };
  } finally {
    worker?.terminate();
    leave?.();
  }
};

const failureOf = (error: unknown) =>
  (error instanceof RunFailure ? error : new RunFailure('engine-crashed', String(error))).failure;

const drive = (
  worker: Worker,
  grant: Grant,
  onSnapshot: (snapshot: Snapshot) => void,
  signal: AbortSignal,
): Promise<Finished> => {
  const over = new AbortController();
  const until = { signal: over.signal };
  const say = (command: Command) => worker.postMessage(command);
  // Loss is an extra: where its part has not come by now, there is none.
  const datagrams = readyPart('run')?.createDatagramPeer(say);
  const ended = new Promise<Finished>((resolve, reject) => {
    const crash = (why: string) => reject(new RunFailure('engine-crashed', why));
    signal.addEventListener('abort', () => reject(signal.reason as Error), until);
    worker.addEventListener(
      'error',
      (event) => {
        event.preventDefault(); // the page's console and error handlers are not ours
        crash(event.message || 'The worker stopped.');
      },
      until,
    );
    worker.addEventListener('messageerror', () => crash('A report could not be read.'), until);
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<Report>) => {
        if (data.type === 'progress') onSnapshot(data.snapshot);
        else if (data.type === 'finished') resolve(data);
        else if (data.type !== 'ready') datagrams?.hear(data);
      },
      until,
    );
    document.addEventListener('visibilitychange', () => say({ type: 'visibility', hidden: document.hidden }), until);
  });
  say({ type: 'start', grant, hidden: document.hidden });
  return ended.finally(() => {
    over.abort();
    datagrams?.close();
  });
};
