import type { Bytes, Millis } from './units.ts';

/**
 * The control connection (`/v1/control`): WebSocket text messages.
 * - browser → point: `{"ping": n}`, answered at once by `{"pong": n}`.
 * - point → browser: `{"received": [atMs, bytes]}`, the upload counter by the point's clock, every `CURVE_STEP_MS`
 *   while upload payload is coming in.
 * Where WebSocket is blocked, a plain GET of the same address streams the `received` messages as lines (NDJSON),
 * an empty one first.
 */
export type ControlMessage = { readonly pong: number } | { readonly received: readonly [Millis, Bytes] };

/**
 * Reads a message of a point; null for anything else. By hand, because it runs in the worker beside the payload, where a schema
 * library would weigh more than all the messages; what counts is the receipt, and the collector checks that.
 */
export const parseControlMessage = (text: string): ControlMessage | null => {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return null;
  }
  const { pong, received } = (message ?? {}) as { readonly pong?: unknown; readonly received?: unknown };
  if (typeof pong === 'number') return { pong };
  if (!Array.isArray(received)) return null;
  const [at, bytes] = received as unknown[];
  return typeof at === 'number' && typeof bytes === 'number' ? { received: [at, bytes] } : null;
};
