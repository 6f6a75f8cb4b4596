import { POINT_PATHS, pointUrl } from '../protocol/endpoints.ts';
import type { Bytes } from '../protocol/units.ts';
import { type Carry, type DirectionParts, measureDirection } from './direction-phase.ts';
import { REQUEST } from './request.ts';
import { isUsedUp, refusedBy } from './run-failure.ts';

/** The random block that bodies are made of. */
const BLOCK_BYTES: Bytes = 1024 * 1024;

/**
 * One body; the connection sends the next one when its answer is there. Chromium sends a blob by reference, but Firefox and WebKit
 * copy it first, per connection: 320 MB cost Firefox 3 s and WebKit 1 s before the first byte, and 1 GB failed in both. At 1 Gbit/s
 * over six connections this much lasts 0.75 s, so that the pauses between bodies are lost among the other connections.
 */
export const MAX_BODY_BYTES: Bytes = 16 * BLOCK_BYTES;

/** `getRandomValues` fills at most this much at a time. */
const RANDOM_BYTES = 65_536;

/** Payload towards the point, counted by the point: what this side hands to its sockets is never a result. */
export const measureUpload = async (
  parts: Omit<DirectionParts, 'direction' | 'carry' | 'counter'>,
  origin: string,
  ticket: string,
): Promise<void> => {
  const { control, recorder, plan } = parts;
  const body = incompressibleBody(Math.min(plan.upload.maxBytes, MAX_BODY_BYTES));
  let epoch: number | null = null;
  const stopListening = control.listen(({ at, bytes }) => {
    if (epoch === null) {
      epoch = recorder.now() - at;
      recorder.record({ kind: 'bytes', bytes: 0 }, epoch);
    }
    recorder.record({ kind: 'bytes', bytes }, epoch + at);
  });
  const carry: Carry = async (signal) => {
    // A Blob without a type sends no content type, so that the request stays simple.
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

/** A body of at least `bytes` that costs the memory of one block: the blob refers to the same block again and again. */
const incompressibleBody = (bytes: Bytes): Blob => {
  const block = new Uint8Array(BLOCK_BYTES);
  for (let at = 0; at < BLOCK_BYTES; at += RANDOM_BYTES) crypto.getRandomValues(block.subarray(at, at + RANDOM_BYTES));
  const part = new Blob([block]);
  return new Blob(Array.from({ length: Math.ceil(bytes / BLOCK_BYTES) }, () => part));
};
