// Runs before any package is there: plain JavaScript, Node's own modules only.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectDir = dirname(dirname(fileURLToPath(import.meta.url)));

/** Installs the packages of package-lock.json where they are missing or older than it. Ends the process where that fails. */
export const ensurePackages = () => {
  const { engines } = JSON.parse(readFileSync(join(projectDir, 'package.json'), 'utf8'));
  const needed = Number(/\d+/.exec(engines.node)[0]);
  if (Number(process.versions.node.split('.')[0]) < needed) {
    console.error(`This needs Node ${needed} or newer; this is ${process.version}.`);
    process.exit(1);
  }
  const installed = join(projectDir, 'node_modules/.package-lock.json');
  const wanted = join(projectDir, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return;
  console.error('Installing packages (once) …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
};

/** Runs a command in the project's folder with its output shown; ends the process with its status where it fails. */
export const run = (command, args, env = {}) => {
  const { status, error } = spawnSync(command, args, {
    cwd: projectDir,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  if (error) console.error(`${command}: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
};
