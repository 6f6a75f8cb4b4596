import { join } from 'node:path';
import { bundlePage } from './bundle-page.ts';

/** Writes the page of the examples into a folder; its engine is the scenes', served beside it. */
export const bundleExamples = (folder: string): Promise<void> =>
  bundlePage(
    {
      source: join(import.meta.dirname, 'examples'),
      entry: 'example-page.ts',
      script: 'examples.js',
      files: ['index.html', '../base.css', 'examples.css', 'fr.json'],
    },
    folder,
  );
