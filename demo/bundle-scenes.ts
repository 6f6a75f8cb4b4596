import { join } from 'node:path';
import { bundlePage } from './bundle-page.ts';

/** Writes the page of the scenes into a folder. */
export const bundleScenes = (folder: string): Promise<void> =>
  bundlePage(
    {
      source: join(import.meta.dirname, 'scenes'),
      entry: 'scene-page.ts',
      script: 'scenes.js',
      files: ['index.html', '../base.css', 'scenes.css', 'scripted-worker.js'],
    },
    folder,
  );
