import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { after } from 'node:test';
import type { Hono } from 'hono';
import * as v from 'valibot';
import { createApp } from '../../src/collector/app.ts';
import { createPointRegistry, type RegisteredPoint } from '../../src/collector/point-registry.ts';
import type { ResultStore } from '../../src/collector/result-store.ts';
import { openSqliteStore } from '../../src/collector/sqlite-store.ts';
import { loadOrCreateKey, type SigningKey } from '../../src/node/keys.ts';
import { COLLECTOR_PATHS } from '../../src/protocol/endpoints.ts';
import { type Problem, ProblemSchema } from '../../src/protocol/problem.ts';
import { type StoredResult, StoredResultSchema } from '../../src/protocol/submission.ts';
import { type Grant, GrantSchema, type TestRequest } from '../../src/protocol/ticket.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A whole collector without a socket, the keys of two points, and a clock that stands still until it is set. */
export interface Bench {
  readonly app: Hono;
  readonly store: ResultStore;
  readonly signingKey: SigningKey;
  /** Two registered points. */
  readonly hanoi: SigningKey;
  readonly daNang: SigningKey;
  readonly clock: { now: number };
  readonly openTest: (request?: TestRequest) => Promise<Grant>;
  readonly post: (path: string, body: unknown) => Promise<Response>;
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
});

export const createBench = async ({ withPoints = true }: { readonly withPoints?: boolean } = {}): Promise<Bench> => {
  const folder = temporaryFolder();
  const key = () => loadOrCreateKey(join(folder, `${randomUUID()}.pem`));
  const [signingKey, hanoi, daNang] = await Promise.all([key(), key(), key()]);
  const store = await openSqliteStore(join(folder, 'results.sqlite'));
  after(() => store.close());
  const clock = { now: START };
  const points = await createPointRegistry(
    withPoints ? [registered('hanoi', hanoi), registered('da-nang', daNang)] : [],
  );
  const app = createApp({ store, signingKey, points, now: () => clock.now });
  const post = async (path: string, body: unknown) =>
    app.request(path, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) });
  return {
    app,
    store,
    signingKey,
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
