import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const source = fileURLToPath(new URL('../src/element/spawn-worker.inline.ts', import.meta.url));

/**
 * The element carries its worker inside itself: a script of another origin cannot start one by address, and not every bundler finds the
 * file of a worker in somebody else's package.
 */
export const workerAsText: Plugin = {
  name: 'worker-as-text',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('/spawn-worker.ts') ? source : null),
};
