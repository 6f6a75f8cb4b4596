import { join } from 'node:path';
import { compress } from 'hono/compress';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono, MiddlewareHandler } from 'hono';
import { cacheControl } from './cache-control.ts';
import { isLasting, keepLasting } from './lasting-files.ts';
import type { Settings } from './settings.ts';

/** A portal's visitors load the built element at most this much later than it is replaced. */
const DIST_MAX_AGE_S = 300;

/** A year, the most that browsers care for. */
const LASTING_MAX_AGE_S = 31_536_000;

const short = cacheControl(`public, max-age=${DIST_MAX_AGE_S}`);
const lasting = cacheControl(`public, max-age=${LASTING_MAX_AGE_S}, immutable`);
const cacheByName: MiddlewareHandler = (context, next) =>
  (isLasting(context.req.path) ? lasting : short)(context, next);

/** Adds folders of files to an app, behind its other addresses: the built element at `/dist/`, pages at `/`. */
export const serveFolders = (
  app: Hono,
  { dataDir, distDir, pagesDir }: Pick<Settings, 'dataDir' | 'distDir' | 'pagesDir'>,
): void => {
  if (distDir !== null) {
    const keptDir = join(dataDir, 'dist');
    keepLasting(distDir, keptDir);
    const below = (root: string) => serveStatic({ root, rewriteRequestPath: (path) => path.slice('/dist'.length) });
    app.use('/dist/*', cacheByName);
    app.use('/dist/*', forEveryOrigin, compress(), below(distDir), below(keptDir));
  }
  if (pagesDir !== null) app.use(cacheControl('no-cache'), serveStatic({ root: pagesDir }));
};

/** Portals that isolate themselves (COEP) may embed the script too. */
const forEveryOrigin: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('cross-origin-resource-policy', 'cross-origin');
};
