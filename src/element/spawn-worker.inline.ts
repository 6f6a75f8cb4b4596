import EngineWorker from '../engine/worker.ts?worker&inline';

/** The same as `spawn-worker.ts` for bundles: a script of another origin cannot start a worker by address, so it carries the source. */
export const spawnWorker = (workerSrc: string | null): Worker =>
  workerSrc === null ? new EngineWorker() : new Worker(new URL(workerSrc, document.baseURI));
