import type { Result } from '../protocol/result.ts';
import type { BitsPerSecond, Millis } from '../protocol/units.ts';
import { isLike } from '../page/is-like.ts';
import { type PageStorage, pageStorage } from './page-storage.ts';

/** One test as this device remembers it. */
export interface PastTest {
  readonly testId: string;
  /** ISO 8601, by the collector's clock. */
  readonly at: string;
  readonly download: BitsPerSecond | null;
  readonly upload: BitsPerSecond | null;
  /** Idle median. */
  readonly latencyMs: Millis | null;
  readonly operator: string | null;
  readonly point: string | null;
}

/** A test a day for half a year, some 30 kB. */
export const MAX_PAST_TESTS = 200;

const KEY = 'i-speed-test-history';

/** The tests of this browser, oldest first. They never leave it. */
export const readHistory = (storage: PageStorage = pageStorage): readonly PastTest[] => {
  try {
    const list: unknown = JSON.parse(storage.get(KEY) ?? '[]');
    return Array.isArray(list) ? list.filter((test): test is PastTest => isLike(test, { testId: '', at: '' })) : [];
  } catch {
    return []; // written by another version, or by the page
  }
};

export const addToHistory = (result: Result, storage: PageStorage = pageStorage): void => {
  const { testId, startedAt, download, upload, latency, operator, point } = result;
  if (testId === null || startedAt === null) return;
  const test: PastTest = {
    testId,
    at: startedAt,
    download: download?.bitsPerSecond ?? null,
    upload: upload?.bitsPerSecond ?? null,
    latencyMs: latency.idle?.medianMs ?? null,
    operator: operator?.name ?? null,
    point: point?.id ?? null,
  };
  storage.set(KEY, JSON.stringify([...readHistory(storage), test].slice(-MAX_PAST_TESTS)));
};

export const eraseHistory = (storage: PageStorage = pageStorage): void => storage.remove(KEY);
