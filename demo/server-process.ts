import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { SettingError } from '../src/node/environment.ts';

const project = join(import.meta.dirname, '..');

/** Starts one server as a process of its own; resolves when it answers, rejects when it ends before that. */
export const startServer = (main: string, env: Readonly<Record<string, string>>): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    const child = fork(join(project, 'src', main), { execArgv: ['--import', 'tsx'], env: { ...process.env, ...env } });
    child.once('message', () => resolve(child));
    child.once('exit', (status) => reject(new SettingError(`${main} did not start (status ${status}).`)));
  });

/** Resolves when it has ended. */
export const stop = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
