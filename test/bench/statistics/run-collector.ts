import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RunningCollector {
  readonly origin: string;
  /** CPU time of its process so far, in ms. */
  readonly cpuMs: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** A collector over the store of a folder, or of DATABASE_URL, in a process of its own. */
export const runCollector = async (dataDir: string): Promise<RunningCollector> => {
  const folder = mkdtempSync(join(tmpdir(), 'i-speed-test-bench-'));
  const pointsFile = join(folder, 'points.json');
  writeFileSync(pointsFile, '[]');
  const child = fork(new URL('collector-process.ts', import.meta.url), {
    execArgv: ['--import', 'tsx'],
    // One hop: each request says another address, and none meets the limit of one line.
    env: { ...process.env, DATA_DIR: dataDir, POINTS_FILE: pointsFile, HOST: '127.0.0.1', PORT: '0', PROXY_HOPS: '1' },
  });
  const ended = once(child, 'exit');
  const told = async (): Promise<unknown> => {
    const [answer] = (await Promise.race([
      once(child, 'message'),
      ended.then(() => {
        throw new Error('The collector has ended; what it says is above.');
      }),
    ])) as unknown[];
    return answer;
  };
  const origin = (await told()) as string;
  return {
    origin,
    cpuMs: async () => {
      const answer = told();
      child.send('cpu');
      return ((await answer) as number) / 1000;
    },
    close: async () => {
      child.disconnect();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
};
