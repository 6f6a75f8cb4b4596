import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const source = join(import.meta.dirname, 'app');
const base = join(import.meta.dirname, 'base.css');
const dist = join(import.meta.dirname, '../dist');

/** All that the app needs to start: its page, its own files, and the element with its parts, as they are served. */
const shellFiles = (): readonly { readonly path: string; readonly file: string }[] => [
  ...readdirSync(source)
    .filter((name) => name !== 'service-worker.js' && name !== 'icon-maskable.svg')
    .map((name) => ({ path: name === 'index.html' ? './' : `./${name}`, file: join(source, name) })),
  { path: './base.css', file: base },
  { path: '/dist/i-speed-test.min.js', file: join(dist, 'i-speed-test.min.js') },
  ...readdirSync(join(dist, 'later')).map((name) => ({
    path: `/dist/later/${name}`,
    file: join(dist, 'later', name),
  })),
];

/** Writes the app into a folder that is served at `/app/` of an origin with the element at `/dist/`. */
export const writeApp = (folder: string, { collector }: { readonly collector: string }): void => {
  mkdirSync(folder, { recursive: true });
  cpSync(source, folder, { recursive: true });
  cpSync(base, join(folder, 'base.css'));
  const shell = shellFiles();
  const hash = createHash('sha256').update(collector);
  for (const { file } of [...shell, { file: join(source, 'service-worker.js') }]) hash.update(readFileSync(file));
  const values = {
    '{{COLLECTOR}}': collector,
    '{{VERSION}}': hash.digest('hex').slice(0, 12),
    '{{SHELL}}': shell.map(({ path }) => path).join(' '),
  };
  for (const name of ['index.html', 'service-worker.js']) {
    const text = readFileSync(join(folder, name), 'utf8');
    writeFileSync(
      join(folder, name),
      Object.entries(values).reduce((all, [place, value]) => all.replaceAll(place, value), text),
    );
  }
};
