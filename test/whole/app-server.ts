import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { writeApp } from '../../demo/write-app.ts';
import { listen, originOf } from '../../src/node/listen.ts';

const dist = join(import.meta.dirname, '../../dist');

/** The app as `npm start` serves it, from an origin that browsers trust without TLS. */
export const serveApp = async (
  collector: string,
): Promise<{ readonly address: string; readonly close: () => Promise<void> }> => {
  const folder = mkdtempSync(join(tmpdir(), 'i-speed-test-app-'));
  writeApp(join(folder, 'app'), { collector });
  const app = new Hono();
  app.use('/dist/*', serveStatic({ root: dist, rewriteRequestPath: (path) => path.slice('/dist'.length) }));
  app.use(serveStatic({ root: folder }));
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const { port, close } = await listen(() => createServer((request, response) => void listener(request, response)), {
    host: '127.0.0.1',
    port: 0,
  });
  return {
    address: `${originOf('127.0.0.1', port)}/app/`,
    close: async () => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
