import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { bundleExamples } from '../../demo/bundle-examples.ts';
import { bundleScenes } from '../../demo/bundle-scenes.ts';
import { listen, originOf } from '../../src/node/listen.ts';

const dist = join(import.meta.dirname, '../../dist');

interface Served {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** The page of the scenes as `npm start` serves it, with the built element, and nothing else. */
export const serveScenes = (): Promise<Served> => serve('scenes');

/** The page of the examples, likewise. */
export const serveExamples = (): Promise<Served> => serve('examples');

const serve = async (page: 'scenes' | 'examples'): Promise<Served> => {
  const folder = mkdtempSync(join(tmpdir(), 'i-speed-test-scenes-'));
  await bundleScenes(join(folder, 'scenes'));
  if (page === 'examples') await bundleExamples(join(folder, page));
  const app = new Hono();
  app.use('/dist/*', serveStatic({ root: dist, rewriteRequestPath: (path) => path.slice('/dist'.length) }));
  app.use(serveStatic({ root: folder }));
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const { port, close } = await listen(() => createServer((request, response) => void listener(request, response)), {
    host: '127.0.0.1',
    port: 0,
  });
  return {
    address: `${originOf('127.0.0.1', port)}/${page}/`,
    close: async () => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
