import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Rollup } from 'vite';

/** Below the project, where its packages are found. */
const CACHE = join(import.meta.dirname, '../../node_modules/.cache/embed');

/** Builds the files of a framework's page as its developer would, `main.*` first; a `vite.config.js` among them is followed. */
export const bundleApp = async (files: Readonly<Record<string, string>>): Promise<string> => {
  mkdirSync(CACHE, { recursive: true });
  const root = mkdtempSync(join(CACHE, 'app-'));
  mkdirSync(join(root, 'public'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
    writeFileSync(join(root, 'public/banner-cu.png'), ''); // Vue asks whether it is there
    const config = 'vite.config.js';
    const output = (await build({
      root,
      configFile: config in files ? join(root, config) : false,
      logLevel: 'warn',
      esbuild: {
        jsx: 'automatic',
        tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
      },
      build: {
        write: false,
        minify: false,
        modulePreload: false,
        rollupOptions: {
          treeshake: false, // takes most of the time of Angular's
          input: join(
            root,
            Object.keys(files).find((name) => name.startsWith('main.'))!,
          ),
        },
      },
    })) as Rollup.RollupOutput;
    return output.output[0].code;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};
