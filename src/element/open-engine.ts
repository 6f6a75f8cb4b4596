import { READY_TIMEOUT_MS, type Report } from '../protocol/messages.ts';
import { RunFailure } from './run-failure.ts';
import { spawnWorker } from './spawn-worker.ts';

const blocked = (why: string) => new RunFailure('engine-blocked', `The engine's worker did not start: ${why}`);

/**
 * The engine of the page's own file, and where that does not start, the one that comes with the element. Rejects as `openOne` does.
 */
export const openEngine = async (workerSrc: string | null, signal: AbortSignal): Promise<Worker> => {
  if (workerSrc !== null)
    try {
      return await openOne(workerSrc, signal);
    } catch {
      signal.throwIfAborted();
      console.warn(`i-speed-test: worker-src="${workerSrc}" does not start.`);
    }
  return openOne(null, signal);
};

/**
 * A worker that has said `ready`. A blocked one is recognised by an exception, by an `error` event, or by silence, depending on the
 * browser and on what blocks it; each rejects with a {@link RunFailure} `engine-blocked`. Rejects with the signal's reason on abort.
 * The worker is terminated wherever it is not handed out.
 */
const openOne = (workerSrc: string | null, signal: AbortSignal): Promise<Worker> =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    let worker: Worker;
    try {
      worker = spawnWorker(workerSrc);
    } catch (error) {
      reject(blocked(String(error)));
      return;
    }
    const settled = new AbortController();
    const giveUp = (reason: Error) => {
      settled.abort();
      worker.terminate();
      reject(reason);
    };
    const timer = setTimeout(
      () => giveUp(blocked(`it said nothing for ${READY_TIMEOUT_MS} ms. Allow it in worker-src.`)),
      READY_TIMEOUT_MS,
    );
    const once = { signal: settled.signal };
    settled.signal.addEventListener('abort', () => clearTimeout(timer));
    signal.addEventListener('abort', () => giveUp(signal.reason as Error), once);
    worker.addEventListener('error', (event) => {
      event.preventDefault(); // else it is reported to the page's console and error handlers, even of a worker that was given up
      if (!settled.signal.aborted) giveUp(blocked(event.message || 'an error event came.'));
    });
    worker.addEventListener(
      'message',
      (event: MessageEvent<Report>) => {
        if (event.data.type !== 'ready') return;
        settled.abort();
        resolve(worker);
      },
      once,
    );
  });
