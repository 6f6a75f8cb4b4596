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
 * A connection's first body is one part, and every next one twice as many: whatever on the way holds a whole body back before it
 * passes it on soon lets something through, and a fast line is spared the pause between two requests. All bodies are the same
 * part over and over, and cost no memory beside it. They are Blobs, which a browser streams to its sockets; bytes it would copy
 * twice for every request, and on a fast line the pages for that cost more than the sending (decision 0007).
 */
const PART_BYTES: Bytes = 4 * 1024 * 1024;
const MAX_PARTS = 8;

/** Payload towards the point, counted by the point: what this side hands to its sockets is never a result. */
export const measureUpload = async (
  parts: Omit<DirectionParts, 'direction' | 'carry' | 'counter'>,
  origin: string,
  ticket: string,
): Promise<void> => {
  const { control, recorder } = parts;
  const part = incompressiblePart();
  let epoch: number | null = null;
  const stopListening = control.listen(({ at, bytes }) => {
    if (epoch === null) {
      epoch = recorder.now() - at;
      recorder.record({ kind: 'bytes', bytes: 0 }, epoch);
    }
    recorder.record({ kind: 'bytes', bytes }, epoch + at);
  });
  const carry: Carry = async (signal, turn) => {
    const response = await fetch(pointUrl(origin, POINT_PATHS.upload, ticket), {
      ...REQUEST,
      method: 'POST',
      body: new Blob(Array<Blob>(Math.min(2 ** turn, MAX_PARTS)).fill(part)), // no type: the request stays simple
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

const incompressiblePart = (): Blob => {
  const part = new Uint8Array(PART_BYTES);
  for (let at = 0; at < RANDOM_BLOCK_BYTES; at += RANDOM_BYTES)
    crypto.getRandomValues(part.subarray(at, at + RANDOM_BYTES));
  for (let at = RANDOM_BLOCK_BYTES; at < PART_BYTES; at += RANDOM_BLOCK_BYTES)
    part.copyWithin(at, 0, RANDOM_BLOCK_BYTES);
  return new Blob([part]);
};
