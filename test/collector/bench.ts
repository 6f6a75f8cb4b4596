import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { after } from 'node:test';
import type { Hono } from 'hono';
import * as v from 'valibot';
import { type CollectorParts, createApp } from '../../src/collector/app.ts';
import { createCommuneRegistry } from '../../src/collector/commune-registry.ts';
import { createLiveness, type Liveness } from '../../src/collector/liveness.ts';
import { readOperatorsFile } from '../../src/collector/operators-file.ts';
import { createPointRegistry, type PointRegistry, type RegisteredPoint } from '../../src/collector/point-registry.ts';
import { createLimiter, REQUEST_LIMITS, type RequestLimits } from '../../src/collector/request-limits.ts';
import type { ResultStore } from '../../src/collector/result-store.ts';
import { createSiteRegistry } from '../../src/collector/site-registry.ts';
import { createSourceKeys } from '../../src/collector/source-keys.ts';
import { openSqliteStore } from '../../src/collector/sqlite-store.ts';
import { ticketKeys, type TicketKeys } from '../../src/collector/ticket-keys.ts';
import { loadOrCreateKey, type SigningKey } from '../../src/node/keys.ts';
import { openNetworks } from '../../src/node/networks.ts';
import { COLLECTOR_PATHS } from '../../src/protocol/endpoints.ts';
import type { Site } from '../../src/protocol/site.ts';
import { type Problem, ProblemSchema } from '../../src/protocol/problem.ts';
import { type StoredResult, StoredResultSchema } from '../../src/protocol/submission.ts';
import { type Grant, GrantSchema, type TestRequest } from '../../src/protocol/ticket.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A whole collector without a socket, the keys of two points, and a clock that stands still until it is set. */
export interface Bench {
  readonly parts: CollectorParts;
  readonly app: Hono;
  readonly store: ResultStore;
  readonly ticketKeys: TicketKeys;
  readonly points: { current: PointRegistry };
  readonly liveness: Liveness;
  /** Two registered points. */
  readonly hanoi: SigningKey;
  readonly daNang: SigningKey;
  readonly clock: { now: number };
  readonly openTest: (request?: TestRequest) => Promise<Grant>;
  /** `from`: the address it comes from; without one it comes from nowhere, and nothing is counted. */
  readonly post: (
    path: string,
    body: unknown,
    by?: { readonly from?: string | null; readonly origin?: string },
  ) => Promise<Response>;
  readonly stored: (testId: string) => Promise<StoredResult>;
}

export const START = Date.UTC(2026, 10, 22, 3, 4, 5);

export const registered = (id: string, { publicJwk }: SigningKey): RegisteredPoint => ({
  id,
  name: `Point ${id}`,
  scope: 'exchange',
  operator: 'VNNIC',
  url: `http://${id}.test:8081`,
  url4: null,
  url6: null,
  key: { kty: 'OKP', crv: 'Ed25519', x: publicJwk.x as string, kid: publicJwk.kid },
  revokedFrom: null,
});

/** A site that the benches' collectors know. */
export const SITE: Site = {
  id: 'hanoi.gov.vn',
  name: 'Cổng thông tin Hà Nội',
  province: '01',
  context: 'citizen',
  origins: ['https://hanoi.gov.vn'],
  testsPerDay: 20_000,
};

export const createBench = async ({
  withPoints = true,
  limits = REQUEST_LIMITS,
  simulated = false,
}: {
  readonly withPoints?: boolean;
  readonly limits?: RequestLimits;
  readonly simulated?: boolean;
} = {}): Promise<Bench> => {
  const folder = temporaryFolder();
  const key = () => loadOrCreateKey(join(folder, `${randomUUID()}.pem`));
  const [collectorKey, hanoi, daNang] = await Promise.all([key(), key(), key()]);
  const store = await openSqliteStore(join(folder, 'results.sqlite'));
  after(() => store.close());
  const clock = { now: START };
  const points = {
    current: await createPointRegistry(withPoints ? [registered('hanoi', hanoi), registered('da-nang', daNang)] : []),
  };
  const keys = ticketKeys(collectorKey);
  const liveness = createLiveness(START);
  const parts: CollectorParts = {
    store,
    ticketKeys: keys,
    points,
    liveness,
    sites: createSiteRegistry([SITE]),
    operators: await readOperatorsFile(null),
    communes: createCommuneRegistry([]),
    limiter: createLimiter(limits, 0),
    sources: createSourceKeys(folder),
    networks: await openNetworks(null),
    proxyHops: 0,
    distDir: null,
    simulated,
    now: () => clock.now,
  };
  const app = createApp(parts);
  const post: Bench['post'] = async (path, body, { from = null, origin = SITE.origins[0]! } = {}) =>
    app.request(
      path,
      {
        method: 'POST',
        body: typeof body === 'string' ? body : body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body),
        headers: { origin },
      },
      from === null ? {} : { incoming: { socket: { remoteAddress: from } } },
    );
  return {
    parts,
    app,
    store,
    ticketKeys: keys,
    points,
    liveness,
    hanoi,
    daNang,
    clock,
    post,
    openTest: async (request = {}) => v.parse(GrantSchema, await (await post(COLLECTOR_PATHS.tests, request)).json()),
    stored: async (testId) =>
      v.parse(StoredResultSchema, await (await app.request(`${COLLECTOR_PATHS.results}/${testId}`)).json()),
  };
};

/** The problem an answer carries; fails the test where it carries none. */
export const problemOf = async (answer: Response): Promise<Problem> => {
  if (answer.headers.get('content-type') !== 'application/problem+json')
    throw new Error(`no problem but ${answer.status}: ${await answer.text()}`);
  return v.parse(ProblemSchema, await answer.json());
};
