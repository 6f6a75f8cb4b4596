import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Handler } from 'hono';
import { describeRoute } from 'hono-openapi';
import type { CollectorParts } from './app.ts';
import { ProblemError } from './problem.ts';
import { parameter, problems } from './route-doc.ts';
import { SiteIdSchema } from '../protocol/ticket.ts';

/** The page may do what the element needs, and nothing else; points are hosts of their own, over HTTP and WebSocket. */
const POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'unsafe-inline'`,
  `img-src data: blob:`,
  `worker-src blob:`,
  `connect-src http: https: ws: wss:`,
  `base-uri 'none'`,
  `form-action 'none'`,
];

/** A site's own pages may frame what speaks for it; what speaks for no site may be framed by anybody. */
export const framePolicy = (origins: readonly string[] | null): string =>
  [...POLICY, `frame-ancestors ${origins === null ? '*' : ["'self'", ...origins].join(' ')}`].join('; ');

export const getEmbedDoc = describeRoute({
  summary: 'The element as a page for an iframe; the query has the element’s attributes',
  parameters: [
    parameter('query', 'site', { schema: SiteIdSchema, description: 'Only this site’s origins may frame the page' }),
  ],
  responses: {
    200: { description: 'The page', content: { 'text/html': { schema: { type: 'string' } } } },
    ...problems({ 404: 'This collector serves no element' }),
  },
});

/** `GET /embed.html`. */
export const getEmbed =
  ({ sites, distDir }: CollectorParts): Handler =>
  async (context) => {
    if (distDir === null) throw new ProblemError(404, 'This collector serves no element: DIST_DIR is not set.');
    return context.html(await readFile(join(distDir, 'embed.html'), 'utf8'), 200, {
      'content-security-policy': framePolicy(sites.originsOf(context.req.query('site') ?? null)),
      'cache-control': 'no-cache',
      'cross-origin-resource-policy': 'cross-origin',
      'cross-origin-embedder-policy': 'credentialless',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
    });
  };
