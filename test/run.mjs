// `npm test`: everything, on a fresh machine too. Plain JavaScript, because it runs before any package is there.
//   npm test               all of it            npm test -- node | browser | whole    one part
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePackages, projectDir, run } from '../demo/ensure-packages.mjs';

const chromiumPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const findChromium = () => [process.env.CHROMIUM_PATH, ...chromiumPaths].find((path) => path && existsSync(path));

/** Installs Debian's Chromium when root with apt; else says the one command. */
const ensureBrowser = () => {
  if (findChromium()) return;
  const hasApt = spawnSync('apt-get', ['--version']).status === 0;
  if (!(hasApt && process.getuid?.() === 0)) {
    console.error(
      hasApt
        ? 'The browser tests need Chromium. Run: sudo apt-get install -y chromium'
        : 'The browser tests need Chromium or Chrome. Install it, then run: CHROMIUM_PATH=/path/to/chromium npm test',
    );
    process.exit(1);
  }
  console.error('Installing Chromium (once) …');
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], quiet);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
};

const testFiles = (rooms, ending) =>
  rooms.flatMap((room) =>
    readdirSync(join(projectDir, 'test', room))
      .filter((name) => name.endsWith(ending))
      .map((name) => join('test', room, name)),
  );

const nodeTests = (files, ...options) => run(process.execPath, ['--import', 'tsx', '--test', ...options, ...files]);

const PARTS = {
  /** Pure rooms and servers. */
  node: () =>
    nodeTests(testFiles(['protocol', 'estimator', 'engine', 'node', 'point', 'collector', 'bench'], '.test.ts')),
  /** The element and its neighbours in a real browser. */
  browser: () => run(process.execPath, ['node_modules/@web/test-runner/dist/bin.js']),
  /** Real browser, real points, real collector; one file at a time, because they measure. */
  whole: () => nodeTests(testFiles(['whole'], '.test.ts'), '--test-concurrency=1', '--test-timeout=240000'),
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((part) => !(part in PARTS));
if (unknown) {
  console.error(`There is no part "${unknown}": ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}
ensurePackages();
ensureBrowser();
process.env.CHROMIUM_PATH ??= findChromium();
if (!existsSync(join(projectDir, 'dist/i-speed-test.min.js'))) run('npm', ['run', '--silent', 'build:dist']);
for (const part of wanted.length > 0 ? wanted : Object.keys(PARTS)) PARTS[part]();
