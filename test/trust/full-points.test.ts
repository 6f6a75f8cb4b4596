import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { decodeJwt } from 'jose';
import { Recorder } from '../../src/engine/recorder.ts';
import { run } from '../../src/engine/run.ts';
import { POINT_PATHS } from '../../src/protocol/endpoints.ts';
import { PLANS } from '../../src/protocol/plan.ts';
import { startTestPoint } from '../point/test-point.ts';

const point = await startTestPoint({ maxTests: 1 });
after(() => point.close());
const url = point.origin;
const candidate = {
  id: 'here',
  name: 'Here',
  scope: 'exchange',
  operator: 'test',
  url,
  url4: null,
  url6: null,
} as const;

// A worker is an event target, too; Node is none.
const worker = new EventTarget();
Object.assign(globalThis, {
  addEventListener: worker.addEventListener.bind(worker),
  removeEventListener: worker.removeEventListener.bind(worker),
});

/** The engine itself, against a real point; Node has no WebSocket, so it speaks HTTP. */
const measure = async () => {
  const ticket = await point.ticket({ maxDownloadBytes: 12.5e6, maxUploadBytes: 12.5e6 });
  const testId = decodeJwt(ticket).jti!;
  const grant = { testId, issuedAt: new Date().toISOString(), ticket, plan: PLANS.saver, points: [candidate] };
  const began = performance.now();
  const end = await run(grant, new Recorder(() => performance.now() - began), {
    say: () => undefined,
    listen: () => undefined,
  });
  return { end, ms: performance.now() - began };
};
const occupy = async () => {
  const ticket = await point.ticket();
  const answer = await fetch(point.url(POINT_PATHS.control, ticket));
  assert.equal(answer.status, 200);
  // Held until the test frees the point: what nobody holds is collected, its connection with it, and the point takes that test for abandoned.
  const reader = answer.body!.getReader();
  return async () => {
    await point.finish(ticket);
    await reader.cancel().catch(() => undefined);
  };
};

describe('an engine before a point that is full', () => {
  it('comes back when the point said so, and measures', async () => {
    const free = await occupy();
    setTimeout(() => void free(), 1000);
    const { end, ms } = await measure();
    assert.equal(end.failure, null);
    assert.ok(end.receipt);
    assert.ok(ms > 10_000, `${ms} ms`); // the point's Retry-After
  });

  it('says that all are full where they still are', async () => {
    const free = await occupy();
    const { end } = await measure();
    assert.equal(end.failure?.code, 'point-busy');
    await free();
  });
});
