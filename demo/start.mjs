// `npm start`: everything on one machine. Installs and builds what is missing, then hands over to serve.ts.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePackages, projectDir, run } from './ensure-packages.mjs';

ensurePackages();
const built = ['i-speed-test.min.js', 'engine-worker.js'].every((file) => existsSync(join(projectDir, 'dist', file)));
if (!built) run('npm', ['run', '--silent', 'build:dist']);

const child = spawn(process.execPath, ['--import', 'tsx', join(projectDir, 'demo/serve.ts')], {
  cwd: projectDir,
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
});
child.on('exit', (status, signal) => process.exit(signal ? 0 : (status ?? 1)));
// Ctrl-C reaches the whole group by itself; a signal to this process alone has to be passed on.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
