import type { Accepted, Submission } from '../protocol/submission.ts';
import type { Millis } from '../protocol/units.ts';
import { createOutboxShelf, type Kept, type OutboxShelf } from './outbox-shelf.ts';
import { pageStorage } from './page-storage.ts';
import { POST_TIMEOUT_MS, postSubmission } from './post-submission.ts';

/** First pause after a failed attempt; it doubles up to the longest: a collector that restarts is met again within seconds, one that is
 *  down for a day is not flooded. */
export const FIRST_PAUSE_MS: Millis = 2000;
export const LONGEST_PAUSE_MS: Millis = 300_000;

/** A tab claims an entry for one attempt: no other one posts it meanwhile, and a tab that died does not hold it for long. */
export const LEASE_MS: Millis = POST_TIMEOUT_MS + 5000;

/** Where a submission stands. `kept`: the collector cannot be reached, it is on the device and tried again. */
export type Delivery =
  | { readonly kind: 'sending' }
  | { readonly kind: 'kept' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'accepted'; readonly accepted: Accepted };

export interface Outbox {
  /** Keeps the submission, then posts it; `onDelivery` hears of every change until it is accepted or refused. */
  readonly send: (testId: string, submission: Submission, onDelivery: (delivery: Delivery) => void) => void;
  /** Posts what is waiting, one after the other. */
  readonly drain: () => void;
}

/** The outbox of one collector. The collector counts a test id once, so posting twice after a lost answer does no harm. */
export const createOutbox = (collector: string, shelf: OutboxShelf): Outbox => {
  /** Sent from this page and not settled: also posted where storage is denied or was cleared, because somebody waits for the answer. */
  const own = new Map<string, { readonly kept: Kept; readonly onDelivery: (delivery: Delivery) => void }>();
  const unsureOfKeepalive = new Set<string>();
  let draining = false;
  let again = false;
  let failures = 0;
  let notBefore = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const waiting = (): Kept[] => {
    const shelved = shelf.list(collector);
    const known = new Set(shelved.map(({ testId }) => testId));
    return [...shelved, ...[...own.values()].map(({ kept }) => kept).filter(({ testId }) => !known.has(testId))];
  };

  const isLeased = ({ leasedUntil }: Kept): boolean => leasedUntil > Date.now() && leasedUntil <= Date.now() + LEASE_MS; // a longer lease is a clock that was set back

  const retryIn = (ms: Millis) => {
    clearTimeout(timer);
    timer = setTimeout(drain, ms);
    addEventListener('online', drain);
  };

  /** True when the next entry may be tried. */
  const attempt = async (kept: Kept): Promise<boolean> => {
    const { testId } = kept;
    shelf.put({ ...kept, leasedUntil: Date.now() + LEASE_MS });
    // Some browsers cannot send a keepalive request that needs a CORS preflight: the second attempt goes without.
    const outcome = await postSubmission(collector, kept.body, { keepalive: !unsureOfKeepalive.has(testId) });
    if (outcome.kind === 'later') {
      unsureOfKeepalive.add(testId);
      shelf.put({ ...kept, leasedUntil: 0 });
      own.get(testId)?.onDelivery({ kind: 'kept' });
      const pause = outcome.afterMs ?? Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS);
      failures++;
      if (outcome.afterMs !== null) notBefore = Date.now() + outcome.afterMs;
      retryIn(pause);
      return outcome.reached && outcome.afterMs === null;
    }
    failures = 0;
    shelf.remove(testId);
    const listener = own.get(testId);
    own.delete(testId);
    unsureOfKeepalive.delete(testId);
    listener?.onDelivery(outcome);
    return true;
  };

  const drainOnce = async () => {
    for (const kept of waiting()) {
      if (isLeased(kept)) {
        retryIn(LEASE_MS);
        continue;
      }
      if (!(await attempt(kept))) return;
    }
  };

  function drain(): void {
    removeEventListener('online', drain); // no page has it for longer than something waits
    if (draining) {
      again = true;
      return;
    }
    const early = notBefore - Date.now();
    if (early > 0) {
      retryIn(early);
      return;
    }
    draining = true;
    void drainOnce().finally(() => {
      draining = false;
      if (again && failures === 0) drain();
      again = false;
    });
  }

  return {
    drain,
    send: (testId, submission, onDelivery) => {
      const kept: Kept = { testId, collector, body: JSON.stringify(submission), leasedUntil: 0 };
      own.set(testId, { kept, onDelivery });
      shelf.put(kept);
      onDelivery({ kind: 'sending' });
      setTimeout(drain); // in a task of its own: this one has just painted a result
    },
  };
};

const outboxes = new Map<string, Outbox>();

/** The page's outbox of a collector: one for all elements, so that no two of them post the same result. */
export const outboxOf = (collector: string): Outbox => {
  let outbox = outboxes.get(collector);
  if (!outbox) {
    outbox = createOutbox(collector, createOutboxShelf(pageStorage));
    outboxes.set(collector, outbox);
  }
  return outbox;
};
