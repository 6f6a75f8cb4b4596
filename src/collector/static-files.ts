import { compress } from 'hono/compress';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono, MiddlewareHandler } from 'hono';
import { cacheControl } from './cache-control.ts';

/** A portal's visitors load the built element at most this much later than it is replaced. */
const DIST_MAX_AGE_S = 300;

/** Adds folders of files to an app, behind its other addresses: the built element at `/dist/`, pages at `/`. */
export const serveFolders = (
  app: Hono,
  { distDir, pagesDir }: { readonly distDir: string | null; readonly pagesDir: string | null },
): void => {
  if (distDir !== null) {
    app.use('/dist/*', cacheControl(`public, max-age=${DIST_MAX_AGE_S}`), forEveryOrigin);
    app.use('/dist/*', compress());
    app.use('/dist/*', serveStatic({ root: distDir, rewriteRequestPath: (path) => path.slice('/dist'.length) }));
  }
  if (pagesDir !== null) app.use(cacheControl('no-cache'), serveStatic({ root: pagesDir }));
};

/** Portals that isolate themselves (COEP) may embed the script too. */
const forEveryOrigin: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('cross-origin-resource-policy', 'cross-origin');
};
