import { POINT_PATHS, pointUrl } from '../protocol/endpoints.ts';
import { type Carry, type DirectionParts, measureDirection } from './direction-phase.ts';
import { REQUEST } from './request.ts';
import { isUsedUp, refusedBy } from './run-failure.ts';

/** Each connection's one buffer; bytes are counted and overwritten. */
const BUFFER_BYTES = 256 * 1024;

/** Payload towards the browser, counted as it is drained. */
export const measureDownload = async (
  parts: Omit<DirectionParts, 'direction' | 'carry' | 'counter'>,
  origin: string,
  ticket: string,
): Promise<void> => {
  const { recorder } = parts;
  let bytes = 0;
  let counting = false;
  const count = (more: number): void => {
    if (!counting) recorder.record({ kind: 'bytes', bytes: 0 });
    counting = true;
    bytes += more;
  };
  const carry: Carry = async (signal) => {
    const response = await fetch(pointUrl(origin, POINT_PATHS.download, ticket), { ...REQUEST, signal });
    if (isUsedUp(response)) return 'used-up';
    if (!response.ok || !response.body) throw refusedBy(response);
    await drain(response.body, count);
    return 'ended';
  };
  await measureDirection({
    ...parts,
    direction: 'download',
    carry,
    counter: () => (counting ? bytes : null),
  });
};

/** Reads into one buffer where the browser can (1.6–2.4 × the rate of the default reader), and drops everything. */
const drain = async (body: ReadableStream<Uint8Array>, count: (bytes: number) => void): Promise<void> => {
  let byob: ReadableStreamBYOBReader | null = null;
  try {
    byob = body.getReader({ mode: 'byob' });
  } catch {
    // Not a byte stream in this browser.
  }
  if (byob === null) {
    const reader = body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) count(part.value.byteLength);
    return;
  }
  let buffer = new ArrayBuffer(BUFFER_BYTES);
  for (;;) {
    const { done, value } = await byob.read(new Uint8Array(buffer));
    if (done) return;
    count(value.byteLength);
    buffer = value.buffer;
  }
};
