import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const source = join(import.meta.dirname, 'scenes');

/** Writes the page of the scenes into a folder: its script in one file, the rest as it is. */
export const bundleScenes = async (folder: string): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  for (const name of ['index.html', 'scenes.css', 'scripted-worker.js']) cpSync(join(source, name), join(folder, name));
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2022',
      minify: false, // read by people who look for what a scene does
      lib: { entry: join(source, 'scene-page.ts'), formats: ['es'], fileName: () => 'scenes.js' },
    },
  });
};
