import { openEngine } from './open-engine.ts';

const verdicts = new Map<string | null, Promise<string | null>>();

/** What the engine cannot do without. */
export const browserHasWhatItTakes = (): boolean =>
  typeof Worker === 'function' &&
  typeof fetch === 'function' &&
  'timeout' in AbortSignal &&
  'findLast' in Array.prototype &&
  (typeof WebSocket === 'function' || typeof ReadableStream === 'function');

/**
 * What keeps a worker of this address from starting here: null for nothing, else the CSP directive, empty where that is not known.
 * Asked of the browser once a page load for all elements, at idle time, and only while somebody can see the page: a prerendered or
 * hidden page may never be looked at.
 */
export const blockedBy = (workerSrc: string | null): Promise<string | null> => {
  let verdict = verdicts.get(workerSrc);
  if (!verdict) {
    verdict = probe(workerSrc);
    verdicts.set(workerSrc, verdict);
  }
  return verdict;
};

const probe = async (workerSrc: string | null): Promise<string | null> => {
  await visible();
  await idle();
  let directive = '';
  const over = new AbortController();
  document.addEventListener(
    'securitypolicyviolation',
    (event) => {
      directive = event.effectiveDirective;
    },
    over,
  );
  try {
    (await openEngine(workerSrc, over.signal)).terminate();
    return null;
  } catch {
    return directive;
  } finally {
    over.abort();
  }
};

/** A prerendered page counts as hidden too, and becomes visible by the same event. */
const visible = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.visibilityState === 'visible') {
      resolve();
      return;
    }
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      document.removeEventListener('visibilitychange', look);
      resolve();
    };
    document.addEventListener('visibilitychange', look);
  });

/** Safari has no requestIdleCallback; a page that is busy for two seconds is asked anyway. */
const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 2000 });
    else setTimeout(resolve, 500);
  });
