import { kioskHeartbeatPath } from '../../protocol/endpoints.ts';
import type { FailureCode } from '../../protocol/failure.ts';
import { KIOSK_HEARTBEAT_MS, type KioskHeartbeat } from '../../protocol/kiosk.ts';
import { ENGINE_VERSION } from '../../protocol/result.ts';

export interface KioskIdentity {
  readonly collector: string;
  readonly site: string;
  readonly kiosk: string;
}

/** Tells the collector that this kiosk lives, now and every few minutes; counts what the element's events say. Nobody waits for an answer. */
export const startHeartbeat = (element: HTMLElement, identity: () => KioskIdentity | null): (() => void) => {
  const from = performance.now();
  let lastFailure: FailureCode | null = null;
  let results = 0;
  const beat = () => {
    const known = identity();
    if (!known) return;
    const body: KioskHeartbeat = {
      version: ENGINE_VERSION,
      lastFailure,
      results,
      uptimeS: Math.round((performance.now() - from) / 1000),
    };
    fetch(known.collector + kioskHeartbeatPath(known.site, known.kiosk), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'omit',
    }).catch(() => undefined); // silence is what the collector understands, too
  };
  const over = new AbortController();
  const until = { signal: over.signal };
  element.addEventListener(
    'i-speed-test-failure',
    ({ failure }) => {
      lastFailure = failure.code;
    },
    until,
  );
  element.addEventListener(
    'i-speed-test-result',
    () => {
      lastFailure = null;
      results++;
    },
    until,
  );
  const timer = setInterval(beat, KIOSK_HEARTBEAT_MS);
  beat();
  return () => {
    clearInterval(timer);
    over.abort();
  };
};
