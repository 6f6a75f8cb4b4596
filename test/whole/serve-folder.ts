import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { listen, originOf } from '../../src/node/listen.ts';

/** Files of a folder, as the simplest server of a portal has them. */
export const serveFolder = async (
  root: string,
): Promise<{ readonly origin: string; readonly close: () => Promise<void> }> => {
  const app = new Hono();
  app.use(serveStatic({ root }));
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const { port, close } = await listen(() => createServer((request, response) => void listener(request, response)), {
    host: '127.0.0.1',
    port: 0,
  });
  return { origin: originOf('127.0.0.1', port), close };
};
