import type { Millis } from '../protocol/units.ts';

/** The lock's name, one for all pages of an origin. */
export const TURN_LOCK = 'i-speed-test';

/** Longer than a thorough test takes; a tab that the system froze in the middle of one would hold the turn for ever. */
export const PATIENCE_MS: Millis = 60_000;

/** A turn that is free is there sooner, and nothing flickers. */
export const WAIT_IS_SAID_MS: Millis = 300;

/** The end of the last turn of this page; it never rejects. */
let earlier: Promise<void> = Promise.resolve();

/**
 * Waits until no other test runs, because two would share the line and both read less than it has: none of this page, and where there is
 * the Web Locks API (secure contexts) none in another tab of this origin. Resolves with what ends the turn, rejects with the signal's
 * reason on abort.
 */
export const takeTurn = async (signal: AbortSignal, onWait: () => void): Promise<() => void> => {
  const timer = setTimeout(onWait, WAIT_IS_SAID_MS);
  try {
    return await new Promise<() => void>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
      const hold = async () => {
        if (!signal.aborted) await new Promise<void>(resolve);
      };
      const inPage = () => (earlier = earlier.then(hold));
      const { locks } = navigator as { readonly locks?: LockManager };
      // Refused to a page without an origin (sandboxed), and taken back when patience ends.
      void (locks?.request(TURN_LOCK, { signal: AbortSignal.timeout(PATIENCE_MS) }, hold).catch(inPage) ?? inPage());
    });
  } finally {
    clearTimeout(timer);
  }
};
