import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

/** Bytes that are read at a time. */
const CHUNK = 1 << 20;

/** The lines of a file, of any length; the last one may lack its end. */
export function* readLines(path: string): Generator<string> {
  const file = openSync(path, 'r');
  const decoder = new StringDecoder('utf8');
  const chunk = Buffer.alloc(CHUNK);
  let begun = '';
  try {
    for (let length = readSync(file, chunk); length > 0; length = readSync(file, chunk)) {
      const lines = (begun + decoder.write(chunk.subarray(0, length))).split('\n');
      begun = lines.pop()!;
      yield* lines;
    }
    if (begun !== '') yield begun;
  } finally {
    closeSync(file);
  }
}
