import engine from '../../dist/engine-worker.js?raw';
import { trustedScriptUrl } from './trusted-script-url.ts';

/** The same as `spawn-worker.ts` for bundles: a script of another origin cannot start a worker by address, so it carries the source. */
export const spawnWorker = (workerSrc: string | null): Worker =>
  workerSrc === null ? fromSource() : new Worker(trustedScriptUrl(new URL(workerSrc, document.baseURI).href));

const fromSource = (): Worker => {
  const address = URL.createObjectURL(new Blob([engine], { type: 'text/javascript' }));
  const forget = () => URL.revokeObjectURL(address);
  try {
    const worker = new Worker(trustedScriptUrl(address));
    // Its first word, or that it has none: only then has every browser read it.
    worker.addEventListener('message', forget, { once: true });
    worker.addEventListener('error', forget, { once: true });
    return worker;
  } catch (error) {
    forget();
    throw error;
  }
};
