import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const START_TIMEOUT_MS = 30_000;

/** A browser that was asked to close gets this long. */
const CLOSE_TIMEOUT_MS = 5000;

export interface BrowserProcess {
  /** The first group of the pattern, once the process has written it to standard error. */
  readonly says: (pattern: RegExp) => Promise<string>;
  /** Waits for its end, with force in the end, and removes its profile. */
  readonly ended: () => Promise<void>;
  readonly kill: () => void;
}

/** A folder of its own for a browser's profile. */
export const makeProfile = (): string => mkdtempSync(join(tmpdir(), 'i-speed-test-browser-'));

export const spawnBrowser = (path: string, args: readonly string[], profile: string): BrowserProcess => {
  const child = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    says: (pattern) => saidBy(child, pattern),
    kill: () => child.kill('SIGTERM'),
    ended: async () => {
      const killer = setTimeout(() => child.kill('SIGKILL'), CLOSE_TIMEOUT_MS);
      await exit;
      clearTimeout(killer);
      // Its helper processes may still be writing for a moment.
      rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
};

const saidBy = (child: ChildProcess, pattern: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    const giveUp = setTimeout(() => reject(new Error(`The browser did not start: ${text}`)), START_TIMEOUT_MS);
    child.stderr!.on('data', (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-4000);
      const found = pattern.exec(text)?.[1];
      if (!found) return;
      clearTimeout(giveUp);
      resolve(found);
    });
    child.once('exit', () => {
      clearTimeout(giveUp);
      reject(new Error(`The browser ended at once: ${text}`));
    });
    child.once('error', reject);
  });
