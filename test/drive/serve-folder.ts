import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { listen, originOf } from '../../src/node/listen.ts';
import type { PageServer } from './page-server.ts';

const dist = join(import.meta.dirname, '../../dist');

/** Files of a folder, as the simplest server of a portal has them. */
export const serveFolder = (root: string): Promise<PageServer> => serveFiles(new Hono(), root);

/** What is written for the occasion, with the built scripts beside it at `/dist/`, as `npm start` serves both; it goes with the server. */
export const serveWritten = async (write: (folder: string) => void | Promise<void>): Promise<PageServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'i-speed-test-pages-'));
  await write(folder);
  const app = new Hono();
  app.use('/dist/*', serveStatic({ root: dist, rewriteRequestPath: (path) => path.slice('/dist'.length) }));
  const { origin, close } = await serveFiles(app, folder);
  return {
    origin,
    close: async () => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const serveFiles = (app: Hono, root: string): Promise<PageServer> => serveApp(app.use(serveStatic({ root })));

/** An application on an origin of its own. */
export const serveApp = async (app: Pick<Hono, 'fetch'>): Promise<PageServer> => {
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const { port, close } = await listen(() => createServer((request, response) => void listener(request, response)), {
    host: '127.0.0.1',
    port: 0,
  });
  return { origin: originOf('127.0.0.1', port), close };
};
