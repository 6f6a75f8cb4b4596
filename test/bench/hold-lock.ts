import { spawn } from 'node:child_process';

/** Holds a lock file (flock) that other work on the machine respects; resolves once it is held, call the answer to let go. */
export const holdLock = (file: string): Promise<() => Promise<void>> =>
  new Promise((resolve, reject) => {
    // The child lets go when its input ends, so the lock does not outlive this process, however that ends.
    const child = spawn('flock', [file, 'sh', '-c', 'echo held; exec cat'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = new Promise<void>((gone) => child.once('exit', () => gone()));
    child.once('error', reject);
    child.once('exit', (status) => reject(new Error(`flock ended (${status}) before it held ${file}.`)));
    child.stdout.once('data', () =>
      resolve(() => {
        child.stdin.end();
        return ended;
      }),
    );
  });
