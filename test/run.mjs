// `npm test`: everything, on a fresh machine too. Plain JavaScript, because it runs before any package is there.
//   npm test               all of it            npm test -- node | browser | whole | pages    one part
//   BROWSERS=chromium,firefox,webkit            in which browsers; without it in all that are here
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensurePackages, projectDir, run } from '../demo/ensure-packages.mjs';
import { findPostgres } from './collector/find-postgres.mjs';

const BROWSERS = JSON.parse(readFileSync(join(projectDir, 'test/drive/browsers.json'), 'utf8'));
const namesOf = (engines) => engines.map((engine) => BROWSERS[engine].name).join(' and ');
const packagesOf = (engines) => engines.flatMap((engine) => BROWSERS[engine].packages);
const isHere = (engine) => {
  const { variable, paths } = BROWSERS[engine];
  return [process.env[variable], ...paths].some((path) => path && existsSync(path));
};

const wantedBrowsers = () => {
  const engines = process.env.BROWSERS?.split(',') ?? Object.keys(BROWSERS);
  const unknown = engines.find((engine) => !(engine in BROWSERS));
  if (unknown === undefined) return engines;
  console.error(`BROWSERS: there is no "${unknown}": ${Object.keys(BROWSERS).join(', ')}.`);
  process.exit(2);
};

const hasApt = spawnSync('apt-get', ['--version']).status === 0;
const mayInstall = hasApt && process.getuid?.() === 0;
const install = (names, packages) => {
  console.error(`Installing ${names} (once) …`);
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], quiet);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet);
};

/** Installs what is missing where this is root with apt; says the one command elsewhere, and goes on if only others than Chromium are missing. */
const ensureBrowsers = () => {
  const wanted = wantedBrowsers();
  const missing = wanted.filter((engine) => !isHere(engine));
  if (missing.length > 0 && mayInstall) {
    install(namesOf(missing), packagesOf(missing));
  } else if (missing.length > 0) {
    console.error(
      hasApt
        ? `Not here: ${namesOf(missing)}. Run: sudo apt-get install -y --no-install-recommends ${packagesOf(missing).join(' ')}`
        : `Not here: ${namesOf(missing)}. Install it, and set ${missing.map((engine) => BROWSERS[engine].variable).join(', ')} where it is in an unusual place.`,
    );
    if (missing.includes('chromium') || missing.length === wanted.length) process.exit(1);
  }
  const found = wanted.filter(isHere);
  process.env.BROWSERS = found.join(',');
  return Object.keys(BROWSERS).filter((engine) => !found.includes(engine));
};

/** Debian's package starts a server of its own, unless a file says no; the tests start theirs, in folders that go with them. */
const ensurePostgres = () => {
  if (findPostgres() !== null) return true;
  if (mayInstall) {
    const folder = '/etc/postgresql-common/createcluster.d';
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'none.conf'), 'create_main_cluster = false\n');
    install('PostgreSQL', ['postgresql']);
    rmSync(join(folder, 'none.conf'));
  } else if (hasApt)
    console.error('Not here: PostgreSQL. Run: sudo apt-get install -y --no-install-recommends postgresql');
  return findPostgres() !== null;
};

const testFiles = (rooms, ending) =>
  rooms.flatMap((room) =>
    readdirSync(join(projectDir, 'test', room))
      .filter((name) => name.endsWith(ending))
      .map((name) => join('test', room, name)),
  );

/** Where the reporters write what failed; made once it is clear that tests will run. */
let failuresFile;

/** Whether it passed. The reporters write what failed into a file, so that the end of a long output says it again. */
const withTypeScript = (...args) =>
  spawnSync(process.execPath, ['--import', 'tsx', ...args], {
    cwd: projectDir,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, TEST_FAILURES: failuresFile },
  }).status === 0;

const REPORTERS = ['spec', './test/drive/node-reporter.mjs'].flatMap((reporter) => [
  `--test-reporter=${reporter}`,
  '--test-reporter-destination=stdout',
]);
const nodeTests = (files, ...options) => withTypeScript('--test', ...REPORTERS, ...options, ...files);

const PARTS = {
  /** Pure rooms and servers. Some only wait: three files at a time keep two cores busy. */
  node: () =>
    nodeTests(
      testFiles(
        [
          'protocol',
          'estimator',
          'engine',
          'node',
          'point',
          'statistics',
          'collector',
          'collector/open-data',
          'trust',
          'bench',
          'shipped',
          'embed',
          'simulate',
        ],
        '.test.ts',
      ),
      '--test-concurrency=3',
    ),
  /** The element and its neighbours in real browsers. */
  browser: () => withTypeScript('node_modules/@web/test-runner/dist/bin.js'),
  /** Real browsers, real points, real collector; two files at a time, because they judge rates, on slow lines that leave the machine time. */
  whole: () => nodeTests(testFiles(['whole'], '.test.ts'), '--test-concurrency=2', '--test-timeout=240000'),
  /** The same in host pages of every kind. They ask whether a test comes to its end, not what its rates are. */
  pages: () => nodeTests(testFiles(['recipes', 'pages'], '.test.ts'), '--test-concurrency=4', '--test-timeout=240000'),
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((part) => !(part in PARTS));
if (unknown) {
  console.error(`There is no part "${unknown}": ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}
const parts = wanted.length > 0 ? wanted : Object.keys(PARTS);
ensurePackages();
const hasPostgres = !parts.includes('node') || ensurePostgres();
const leftOut = parts.some((part) => part !== 'node') ? ensureBrowsers() : [];
if (!existsSync(join(projectDir, 'dist/i-speed-test.min.js'))) run('npm', ['run', '--silent', 'build:dist']);
const notes = mkdtempSync(join(tmpdir(), 'failures-'));
failuresFile = join(notes, 'failures.txt');
const failedParts = parts.filter((part) => {
  const from = performance.now();
  const hasPassed = PARTS[part]();
  console.error(`${part}: ${Math.round((performance.now() - from) / 1000)} s`);
  return !hasPassed;
});
if (!hasPostgres) console.error('Not run: the tests of PostgreSQL.');
if (leftOut.length > 0) console.error(`Not run: the browser tests in ${namesOf(leftOut)}.`);
if (failedParts.length > 0) console.error(`Failed: ${failedParts.join(', ')}`);
if (existsSync(failuresFile)) console.error(readFileSync(failuresFile, 'utf8'));
rmSync(notes, { recursive: true });
process.exitCode = failedParts.length > 0 ? 1 : 0;
