import { type Millis, tenthsOf } from '../protocol/units.ts';
import { REQUEST } from './request.ts';

export interface TimedGet {
  /** 2xx. */
  readonly ok: boolean;
  readonly body: string;
  /** Request sent → first byte of the answer. */
  readonly roundTripMs: Millis;
  /** TCP and TLS set-up; null where a connection was reused or the browser does not tell. */
  readonly connectMs: Millis | null;
  /** `http/1.1`, `h2`, …; empty where the browser does not tell. */
  readonly protocol: string;
  /** Whether a service worker of the page answered. */
  readonly viaServiceWorker: boolean;
}

/** A buffer holds 250 entries unless told otherwise; a run over HTTP alone makes up to 400. It is the worker's own, never the page's. */
const TIMING_ENTRIES = 1000;

let serial = 0;

/**
 * A GET with the browser's own timing of it. The entry is found by its exact, unique address, because the last one may be
 * another request's. Unique over all runs too: a service worker of the page may answer a known one from its cache.
 */
export const timedGet = async (url: string, signal: AbortSignal): Promise<TimedGet> => {
  const address = `${url}${url.includes('?') ? '&' : '?'}n=${performance.timeOrigin}.${++serial}`;
  if (serial === 1) performance.setResourceTimingBufferSize(TIMING_ENTRIES);
  const sentAt = performance.now();
  const response = await fetch(address, { ...REQUEST, signal });
  const elapsed = performance.now() - sentAt;
  const body = await response.text(); // the entry is made when the last byte is in
  const entry = await entryOf(address);
  const told = entry !== undefined && entry.requestStart > 0;
  return {
    ok: response.ok,
    body,
    roundTripMs: tenthsOf(told ? entry.responseStart - entry.requestStart : elapsed),
    connectMs: told && entry.connectEnd > entry.connectStart ? tenthsOf(entry.connectEnd - entry.connectStart) : null,
    protocol: entry?.nextHopProtocol ?? '',
    viaServiceWorker: (entry?.workerStart ?? 0) > 0,
  };
};

const entryOf = async (address: string): Promise<PerformanceResourceTiming | undefined> => {
  const find = () => performance.getEntriesByName(address, 'resource').at(-1) as PerformanceResourceTiming | undefined;
  // Some browsers queue the entry behind the promise of the body.
  return find() ?? (await new Promise((resolve) => setTimeout(() => resolve(find()), 0)));
};
