import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after } from 'node:test';
import { build } from 'esbuild';

const project = join(import.meta.dirname, '../..');

/** The collector's program in one file, which starts in a fifth of the time: for tests that start it again and again. */
export const bundleCollector = async (): Promise<string> => {
  const cache = join(project, 'node_modules/.cache'); // packages with binaries stay outside of the file, and are found from here
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'collector-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const outfile = join(folder, 'collector.mjs');
  await build({
    entryPoints: [join(project, 'src/collector/main.ts')],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    external: ['libsql', 'pg-native'],
    banner: { js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);` },
  });
  return outfile;
};
