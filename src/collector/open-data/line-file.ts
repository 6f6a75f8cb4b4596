import { closeSync, openSync, writeSync } from 'node:fs';

/** Lines are written so many characters at a time. */
const CHUNK = 1 << 20;

/** A file that grows by lines and holds few of them in memory. */
export const createLineFile = (path: string) => {
  const file = openSync(path, 'w');
  let waiting = '';
  let lines = 0;
  const flush = () => {
    writeSync(file, waiting);
    waiting = '';
  };
  return {
    write: (line: string): void => {
      waiting += line;
      lines++;
      if (waiting.length >= CHUNK) flush();
    },
    /** Answers how many lines it has. */
    close: (): number => {
      flush();
      closeSync(file);
      return lines;
    },
  };
};
