import { isLike } from '../page/is-like.ts';
import type { PageStorage } from './page-storage.ts';

/** Before the test id in a key. */
export const SHELF_PREFIX = 'i-speed-test-outbox:';

/** More results than this wait only where the collector has been gone for days; the oldest make room. About 250 kB at the worst. */
export const SHELF_CAPACITY = 20;

export interface Kept {
  readonly testId: string;
  /** The collector it is meant for. */
  readonly collector: string;
  /** The submission as JSON, posted byte for byte: the collector knows a repeated body by its bytes. */
  readonly body: string;
  /** Another tab is posting it until then (ms since 1970). */
  readonly leasedUntil: number;
}

const SHELVED: Omit<Kept, 'testId'> = { collector: '', body: '', leasedUntil: 0 };

/** Submissions that the collector has not answered yet, oldest first (test ids are UUIDv7: they sort by time). */
export interface OutboxShelf {
  readonly list: (collector: string) => Kept[];
  readonly put: (kept: Kept) => void;
  readonly remove: (testId: string) => void;
}

export const createOutboxShelf = (storage: PageStorage): OutboxShelf => {
  const ids = () =>
    storage
      .keys()
      .filter((key) => key.startsWith(SHELF_PREFIX))
      .map((key) => key.slice(SHELF_PREFIX.length))
      .sort();
  const remove = (testId: string) => storage.remove(SHELF_PREFIX + testId);
  return {
    list: (collector) =>
      ids().flatMap((testId) => {
        const kept = parseKept(storage.get(SHELF_PREFIX + testId));
        return kept?.collector === collector ? [{ ...kept, testId }] : [];
      }),
    put: ({ testId, ...kept }) => {
      storage.set(SHELF_PREFIX + testId, JSON.stringify(kept));
      ids().slice(0, -SHELF_CAPACITY).forEach(remove);
    },
    remove,
  };
};

/** Any script of the page may have written there. */
const parseKept = (text: string | null) => {
  try {
    const kept: unknown = JSON.parse(text ?? 'null');
    return isLike(kept, SHELVED) ? kept : null;
  } catch {
    return null;
  }
};
