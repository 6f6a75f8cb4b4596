import { POINT_PATHS, pointUrl } from '../protocol/endpoints.ts';
import type { Bytes } from '../protocol/units.ts';
import { type Carry, type DirectionParts, measureDirection } from './direction-phase.ts';
import { REQUEST } from './request.ts';
import { isUsedUp, refusedBy } from './run-failure.ts';

/** `getRandomValues` fills at most this much at a time. */
const RANDOM_BYTES = 65_536;

/** So much of the payload is random, then it repeats: no compressor on the way looks back that far. */
const RANDOM_BLOCK_BYTES: Bytes = 1024 * 1024;

/**
 * A connection's first body has this size, and every next one twice that, up to the largest. A browser copies a body before it
 * sends it: small ones start at once and cost a slow line no memory, large ones spare a fast line the pause between two requests.
 */
const FIRST_BODY_BYTES: Bytes = 4 * 1024 * 1024;
const MAX_BODY_BYTES: Bytes = 16 * 1024 * 1024;

/** Payload towards the point, counted by the point: what this side hands to its sockets is never a result. */
export const measureUpload = async (
  parts: Omit<DirectionParts, 'direction' | 'carry' | 'counter'>,
  origin: string,
  ticket: string,
): Promise<void> => {
  const { control, recorder } = parts;
  const payload = incompressiblePayload();
  let epoch: number | null = null;
  const stopListening = control.listen(({ at, bytes }) => {
    if (epoch === null) {
      epoch = recorder.now() - at;
      recorder.record({ kind: 'bytes', bytes: 0 }, epoch);
    }
    recorder.record({ kind: 'bytes', bytes }, epoch + at);
  });
  const carry: Carry = async (signal, turn) => {
    const body = payload.subarray(0, Math.min(FIRST_BODY_BYTES * 2 ** turn, MAX_BODY_BYTES));
    // Bytes have no content type, so that the request stays simple. Chromium sends them faster than a Blob (decision 0007).
    const response = await fetch(pointUrl(origin, POINT_PATHS.upload, ticket), {
      ...REQUEST,
      method: 'POST',
      body,
      signal,
    });
    if (isUsedUp(response)) return 'used-up';
    if (!response.ok) throw refusedBy(response);
    return 'ended';
  };
  try {
    await measureDirection({ ...parts, direction: 'upload', carry, counter: null });
  } finally {
    stopListening();
  }
};

/** The largest body; smaller ones are its beginning. */
const incompressiblePayload = (): Uint8Array<ArrayBuffer> => {
  const payload = new Uint8Array(MAX_BODY_BYTES);
  for (let at = 0; at < RANDOM_BLOCK_BYTES; at += RANDOM_BYTES)
    crypto.getRandomValues(payload.subarray(at, at + RANDOM_BYTES));
  for (let at = RANDOM_BLOCK_BYTES; at < MAX_BODY_BYTES; at += RANDOM_BLOCK_BYTES)
    payload.copyWithin(at, 0, RANDOM_BLOCK_BYTES);
  return payload;
};
