import engine from '../../dist/engine-worker.js?raw';
import { trustedScriptUrl } from './trusted-script-url.ts';

/** One for all runs of the page: who revokes it cannot know when a worker that was ended early would have read it. */
let own: string | undefined;

/** The same as `spawn-worker.ts` for bundles: a script of another origin cannot start a worker by address, so it carries the source. */
export const spawnWorker = (workerSrc: string | null): Worker =>
  new Worker(
    trustedScriptUrl(
      workerSrc === null
        ? (own ??= URL.createObjectURL(new Blob([engine], { type: 'text/javascript' })))
        : new URL(workerSrc, document.baseURI).href,
    ),
  );
