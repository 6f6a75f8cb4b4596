import { join } from 'node:path';
import { bundlePage } from './bundle-page.ts';

/** Writes the configurator's page into a folder, which is served beside the front's own files. */
export const bundleEmbed = (folder: string): Promise<void> =>
  bundlePage(
    {
      source: join(import.meta.dirname, 'embed'),
      entry: 'embed-page.ts',
      script: 'embed.js',
      files: ['index.html', 'embed.css'],
    },
    folder,
  );
