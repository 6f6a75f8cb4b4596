import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** Larger than any page that a test opens. */
const SCREEN = '1600x1200x24';

/** A screen that nobody sees, for a browser that has no headless mode. Its number is free on this machine. */
export const spawnScreen = (): { readonly process: ChildProcess; readonly display: () => Promise<string> } => {
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = new Promise<string>((resolve, reject) => {
    xvfb.once('error', () => reject(new Error('No Xvfb found. Install it (Debian: apt-get install xvfb).')));
    xvfb.once('exit', () => reject(new Error('Xvfb ended at once.')));
    // It chooses the number and writes it to its fourth channel.
    (xvfb.stdio[3] as Readable).once('data', (chunk: Buffer) => resolve(`:${chunk.toString().trim()}`));
  });
  return { process: xvfb, display: () => display };
};
