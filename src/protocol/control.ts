import * as v from 'valibot';

/**
 * The control connection (`/v1/control`): WebSocket text messages.
 * - browser → point: `{"ping": n}`, answered at once by `{"pong": n}`.
 * - point → browser: `{"received": [atMs, bytes]}`, the upload counter by the point's clock, every `CURVE_STEP_MS`
 *   while upload payload is coming in.
 * Where WebSocket is blocked, a plain GET of the same address streams the `received` messages as lines (NDJSON).
 */
export const ControlMessageSchema = v.union([
  v.object({ pong: v.number() }),
  v.object({ received: v.tuple([v.number(), v.number()]) }),
]);
export type ControlMessage = v.InferOutput<typeof ControlMessageSchema>;
