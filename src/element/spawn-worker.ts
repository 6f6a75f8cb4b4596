import { trustedScriptUrl } from './trusted-script-url.ts';

/**
 * Starts the engine's worker: the module of this source tree, or with `workerSrc` a classic script that the page hosts itself (for a
 * strict `worker-src 'self'`). Throws where the browser refuses at once; a refusal by CSP comes later, as an `error` event.
 */
export const spawnWorker = (workerSrc: string | null): Worker =>
  workerSrc === null
    ? new Worker(new URL('../engine/worker.ts', import.meta.url), { type: 'module' })
    : new Worker(trustedScriptUrl(new URL(workerSrc, document.baseURI).href));
