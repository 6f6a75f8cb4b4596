import type { Handler } from 'hono';
import { describeRoute } from 'hono-openapi';
import { v7 as uuidV7 } from 'uuid';
import { GrantSchema, TestRequestSchema } from '../protocol/ticket.ts';
import type { CollectorParts } from './app.ts';
import { checkShape } from './check-shape.ts';
import { clientAddress } from './client-address.ts';
import { issueTicket } from './issue-ticket.ts';
import { parseJson } from './parse-json.ts';
import { ProblemError } from './problem.ts';
import { bodyOf, problems } from './route-doc.ts';

/** A request of two short fields. */
export const MAX_TEST_REQUEST_BYTES = 2048;

/** A browser asks every candidate how far it is; more of them would only cost time, and make tickets long. */
export const MAX_CANDIDATES = 8;

/** All of a small registry; a random choice of a large one, so that its points share the load. */
const draw = <Item>(items: readonly Item[], count: number): readonly Item[] =>
  items.length <= count
    ? items
    : items
        .map((item) => ({ item, lot: Math.random() }))
        .sort((a, b) => a.lot - b.lot)
        .slice(0, count)
        .map(({ item }) => item);

/** A point comes back within a heartbeat or two; without any there is an operator to call. */
const NO_POINT_RETRY_S = 60;

export const postTestDoc = describeRoute({
  summary: 'Opens a test: a signed ticket, the plan and the points that may be measured against',
  requestBody: { required: false, content: bodyOf('TestRequest', TestRequestSchema) },
  responses: {
    201: { description: 'The test may begin', content: bodyOf('Grant', GrantSchema) },
    ...problems({
      400: 'The body is not JSON',
      409: 'The collector shows simulated results and takes no real ones',
      413: 'The body is too large',
      422: 'A field is wrong; the detail says which',
      429: 'Too many tests from this network or site; Retry-After says when to ask again',
      503: 'There is no measurement point; Retry-After says when to ask again',
    }),
  },
});

/** `POST /v1/tests`. */
export const postTest =
  ({ ticketKeys, points, liveness, sites, limiter, networks, now, proxyHops }: CollectorParts): Handler =>
  async (context) => {
    await limiter.admit('test', context);
    const body = parseJson(new Uint8Array(await context.req.arrayBuffer()));
    const { site, plan, kiosk, monitor } = checkShape(TestRequestSchema, body, 422);
    const at = now();
    const candidates = points.current.candidates(at).filter(({ id }) => liveness.hasRoom(id, at));
    if (candidates.length === 0)
      throw new ProblemError(503, 'The collector has no measurement point to offer. Try again later.', {
        'retry-after': String(NO_POINT_RETRY_S),
      });
    const by = sites.attribute(site, context.req.header('origin') ?? null, context.req.header('host'));
    if (by.site) await limiter.admitSite(by.site.id, by.site.testsPerDay);
    const address = clientAddress(context, proxyHops);
    const request = {
      testId: uuidV7({ msecs: at }),
      site,
      attributed: by.site !== null,
      context: monitor ? ('monitor' as const) : by.context,
      kiosk,
      asn: address === null ? null : (networks.find(address)?.asn ?? null),
      plan,
      points: draw(candidates, MAX_CANDIDATES),
    };
    return context.json(await issueTicket(request, ticketKeys.signing, at), 201);
  };
