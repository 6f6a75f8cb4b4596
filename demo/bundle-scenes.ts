import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const here = import.meta.dirname;

/** Writes a page into a folder: its script in one file, the rest as it is. */
const bundlePage = async (
  folder: string,
  {
    source,
    entry,
    script,
    files,
  }: { readonly source: string; readonly entry: string; readonly script: string; readonly files: readonly string[] },
): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  for (const name of files) cpSync(join(here, source, name), join(folder, name));
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2022',
      minify: false, // read by people who look for what a page does
      lib: { entry: join(here, source, entry), formats: ['es'], fileName: () => script },
    },
  });
};

/** The page of the scenes. */
export const bundleScenes = (folder: string): Promise<void> =>
  bundlePage(folder, {
    source: 'scenes',
    entry: 'scene-page.ts',
    script: 'scenes.js',
    files: ['index.html', 'scenes.css', 'scripted-worker.js'],
  });

/** The page of the examples; its engine is the scenes', served beside it. */
export const bundleExamples = (folder: string): Promise<void> =>
  bundlePage(folder, {
    source: 'examples',
    entry: 'example-page.ts',
    script: 'examples.js',
    files: ['index.html', 'examples.css', 'fr.json'],
  });
