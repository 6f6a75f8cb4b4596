import type { Handler } from 'hono';
import { describeRoute } from 'hono-openapi';
import { VisitSchema } from '../protocol/visit.ts';
import type { CollectorParts } from './app.ts';
import { checkShape } from './check-shape.ts';
import { parseJson } from './parse-json.ts';
import { ProblemError } from './problem.ts';
import { bodyOf, problems } from './route-doc.ts';

/** Seven short fields. */
export const MAX_VISIT_BYTES = 1024;

export const postVisitDoc = describeRoute({
  summary: 'A page of a site says how far a visit came, when it is left. Only counted; a lost one is lost',
  requestBody: { required: true, content: bodyOf('Visit', VisitSchema) },
  responses: {
    204: { description: 'Counted' },
    ...problems({
      400: 'The body is not JSON',
      403: 'The page is none of that site; the detail says what to do',
      409: 'The collector shows simulated results',
      413: 'The body is too large',
      422: 'A field is wrong; the detail says which',
      429: 'Too many visits from this network',
    }),
  },
});

/** `POST /v1/visits`. Like a kiosk's beats believed by the page's origin, which only browsers are bound to tell truly: it enters no figure. */
export const postVisit =
  ({ counter, sites, limiter, now }: CollectorParts): Handler =>
  async (context) => {
    await limiter.admit('visit', context);
    const visit = checkShape(VisitSchema, parseJson(new Uint8Array(await context.req.arrayBuffer())), 422);
    const origin = context.req.header('origin') ?? null;
    if (!sites.attribute(visit.site, origin, context.req.header('host')).site)
      throw new ProblemError(
        403,
        `Pages of ${origin ?? 'no origin'} do not speak for the site ${visit.site}. Enter the origin in the sites file.`,
      );
    counter.visit(visit, new Date(now()).toISOString());
    return context.body(null, 204);
  };
