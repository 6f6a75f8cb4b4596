import type { Handler } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import { KioskHeartbeatSchema, KioskIdSchema } from '../protocol/kiosk.ts';
import { SiteIdSchema } from '../protocol/ticket.ts';
import type { CollectorParts } from './app.ts';
import { checkShape } from './check-shape.ts';
import { MAX_KIOSKS_PER_SITE } from './kiosk-store.ts';
import { parseJson } from './parse-json.ts';
import { ProblemError } from './problem.ts';
import { bodyOf, parameter, problems } from './route-doc.ts';

/** Four short fields. */
export const MAX_KIOSK_HEARTBEAT_BYTES = 1024;

const PathSchema = v.object({ site: SiteIdSchema, kiosk: KioskIdSchema });

export const postKioskHeartbeatDoc = describeRoute({
  summary: 'A kiosk says that it is there, every five minutes, from a page of its site',
  parameters: [
    parameter('path', 'site', { schema: SiteIdSchema, description: 'As registered' }),
    parameter('path', 'kiosk', { schema: KioskIdSchema, description: 'As the site’s operator names it' }),
  ],
  requestBody: { required: true, content: bodyOf('KioskHeartbeat', KioskHeartbeatSchema) },
  responses: {
    204: { description: 'Noted' },
    ...problems({
      400: 'The body is not JSON',
      403: 'The page is none of that site, or the site has too many kiosks; the detail says what to do',
      409: 'The collector shows simulated results and takes no real ones',
      413: 'The body is too large',
      422: 'A field is wrong; the detail says which',
      429: 'Too many heartbeats from this network',
    }),
  },
});

/**
 * `POST /v1/kiosks/{site}/{kiosk}/heartbeat`. Only browsers are bound to tell their page's origin truly: what is noted tells a site's
 * operator which screens are dark, and enters no figure.
 */
export const postKioskHeartbeat =
  ({ store, sites, limiter, now }: CollectorParts): Handler =>
  async (context) => {
    await limiter.admit('kiosk', context);
    const { site, kiosk } = checkShape(PathSchema, context.req.param(), 422);
    const origin = context.req.header('origin') ?? null;
    if (!sites.attribute(site, origin, context.req.header('host')).site)
      throw new ProblemError(
        403,
        `Pages of ${origin ?? 'no origin'} do not speak for the site ${site}. Enter the origin in the sites file.`,
      );
    const body = parseJson(new Uint8Array(await context.req.arrayBuffer()));
    const heartbeat = checkShape(KioskHeartbeatSchema, body, 422);
    const at = new Date(now()).toISOString();
    if (!(await store.beat({ site, kiosk, at, heartbeat }, MAX_KIOSKS_PER_SITE)))
      throw new ProblemError(
        403,
        `The site ${site} has had ${MAX_KIOSKS_PER_SITE} kiosks this month, and no more are noted. Give each kiosk one name that stays.`,
      );
    return context.body(null, 204);
  };
