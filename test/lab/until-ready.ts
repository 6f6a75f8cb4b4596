import type { ChildProcess } from 'node:child_process';

/** Waits until a server says on its standard output that it is ready; throws with what it said where it ends before. */
export const untilReady = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let output = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (/^ready:/m.test(output)) resolve();
    });
    child.once('exit', (status) => reject(new Error(`the server ended (${status}): ${output}`)));
  });
