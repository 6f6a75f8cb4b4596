import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const project = join(import.meta.dirname, '../..');

/** Runs a command and gives what it prints; throws with all of it where it fails. */
export const run = (command: string, args: readonly string[], cwd: string): string => {
  const env = { ...process.env, NODE_ENV: undefined }; // Vite's development server sets it for its whole process
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: status ${status}\n${stdout}\n${stderr}`);
  return stdout;
};

/** An empty project that has installed the packed tarball. */
export interface InstalledPackage {
  readonly folder: string;
  readonly tarball: string;
  readonly write: (name: string, text: string) => void;
  readonly remove: () => void;
}

/**
 * Builds the package, packs it as `npm publish` would, and installs it with npm into an empty project outside of this one. What it may
 * depend on is linked from here, and npm is offline: the same on every machine, and a dependency that nobody declared is missing.
 */
export const installPackage = (...dependencies: readonly string[]): InstalledPackage => {
  const folder = mkdtempSync(join(tmpdir(), 'i-speed-test-app-'));
  const built = join(folder, 'built');
  run(process.execPath, ['--import', 'tsx', 'build/package.ts', built], project);
  const [packed] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder], built)) as [
    { readonly filename: string },
  ];
  rmSync(built, { recursive: true });
  const tarball = join(folder, packed.filename);
  const links = ['lit', ...dependencies].map((name) => [name, `file:${join(project, 'node_modules', name)}`] as const);
  const manifest = {
    private: true,
    type: 'module',
    dependencies: { 'i-speed-test': `file:${tarball}`, ...Object.fromEntries<string>(links) },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  run('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
  return {
    folder,
    tarball,
    write: (name, text) => {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), text);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

export const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8')) as unknown;
