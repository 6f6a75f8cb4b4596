import { cpSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';

/** A page of the demo whose script is TypeScript. */
export interface BundledPage {
  readonly source: string;
  /** The script, and the name of the file that its page asks for. */
  readonly entry: string;
  readonly script: string;
  /** What is copied as it is. */
  readonly files: readonly string[];
}

/** Writes a page into a folder: its script in one file, the rest as it is. */
export const bundlePage = async ({ source, entry, script, files }: BundledPage, folder: string): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  for (const name of files) cpSync(join(source, name), join(folder, basename(name)));
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2022',
      minify: false, // read by people who look for what a page does
      lib: { entry: join(source, entry), formats: ['es'], fileName: () => script },
    },
  });
};
