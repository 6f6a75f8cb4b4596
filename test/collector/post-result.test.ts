import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import { LATE_AFTER_S } from '../../src/collector/judge.ts';
import { SUBMISSION_LIFE_S } from '../../src/collector/post-result.ts';
import { COLLECTOR_PATHS } from '../../src/protocol/endpoints.ts';
import { AcceptedSchema, MAX_SUBMISSION_BYTES } from '../../src/protocol/submission.ts';
import { createBench, problemOf, START } from './bench.ts';
import { honestRun } from './honest-run.ts';

const { results } = COLLECTOR_PATHS;

describe('POST /v1/results', async () => {
  const bench = await createBench();

  it('verifies an honest result, stores it, and gives it back with its receipt', async () => {
    const grant = await bench.openTest({ site: 'hanoi.gov.vn' });
    const submission = await honestRun(grant, bench.hanoi);
    const answer = await bench.post(results, submission);
    assert.equal(answer.status, 201);
    assert.deepEqual(await answer.json(), { testId: grant.testId, state: 'verified', flags: [] });

    const stored = await bench.stored(grant.testId);
    const {
      state,
      scope,
      site,
      context,
      kiosk,
      access,
      commune,
      province,
      provinceCodes,
      receivedAt,
      receipt,
      ...result
    } = stored;
    assert.deepEqual([scope, context, kiosk, access, commune], ['exchange', 'citizen', null, null, null]);
    assert.deepEqual(result, submission.result);
    assert.ok(Math.abs(result.download!.bitsPerSecond - 100e6) < 1e6);
    assert.ok(Math.abs(result.upload!.bitsPerSecond - 20e6) < 0.2e6);
    assert.deepEqual(
      { state, site, province, provinceCodes, receivedAt, receipt },
      {
        state: 'verified',
        site: 'hanoi.gov.vn',
        province: '01',
        provinceCodes: 'VN-2025',
        receivedAt: new Date(START).toISOString(),
        receipt: submission.receipt,
      },
    );
  });

  it('keeps how the person says that the device is connected, and which kiosk it is', async () => {
    const grant = await bench.openTest({ site: 'hanoi.gov.vn', kiosk: 'hall-3' });
    await bench.post(results, { ...(await honestRun(grant, bench.hanoi)), access: '5g' });
    const { kiosk, access } = await bench.stored(grant.testId);
    assert.deepEqual([kiosk, access], ['hall-3', '5g']);
  });

  it('takes a page of last month, which knows nothing of either', async () => {
    const grant = await bench.openTest();
    const { access, ...older } = await honestRun(grant, bench.hanoi);
    assert.equal((await bench.post(results, older)).status, 201);
    assert.deepEqual([access, (await bench.stored(grant.testId)).access], [null, null]);
  });

  it('says which access it does not know', async () => {
    const submission = await honestRun(await bench.openTest(), bench.hanoi);
    const answer = await bench.post(results, { ...submission, access: '6g' });
    assert.equal(answer.status, 422);
    assert.match((await problemOf(answer)).detail, /^access: /);
  });

  it('keeps a scheduled run, verified, and counts it in no figure', async () => {
    const before = await bench.store.tallies({ month: null, province: null });
    for (const site of ['hanoi.gov.vn', null]) {
      const grant = await bench.openTest({ site, monitor: true });
      await bench.post(results, await honestRun(grant, bench.hanoi));
      const { state, context } = await bench.stored(grant.testId);
      assert.deepEqual([state, context], ['verified', 'monitor']);
    }
    assert.deepEqual(await bench.store.tallies({ month: null, province: null }), before);
  });

  it('gives the same answer to the same body, and stores it once', async () => {
    const grant = await bench.openTest();
    const body = JSON.stringify(await honestRun(grant, bench.hanoi));
    const first = await bench.post(results, body);
    bench.clock.now += 3_600_000;
    const second = await bench.post(results, body);
    bench.clock.now = START;
    assert.deepEqual([first.status, second.status], [201, 200]);
    assert.equal(await second.text(), await first.text());
    assert.equal((await bench.stored(grant.testId)).receivedAt, new Date(START).toISOString());
  });

  it('gives a retry its answer even when the ticket has become too old for a first try', async () => {
    const body = JSON.stringify(await honestRun(await bench.openTest(), bench.hanoi));
    const first = await bench.post(results, body);
    bench.clock.now += (SUBMISSION_LIFE_S + 1) * 1000;
    const retry = await bench.post(results, body);
    bench.clock.now = START;
    assert.equal(retry.status, 200);
    assert.equal(await retry.text(), await first.text());
  });

  it('keeps the first body when a second one comes for the same test', async () => {
    const grant = await bench.openTest();
    const submission = await honestRun(grant, bench.hanoi);
    await bench.post(results, submission);
    const second = await bench.post(results, { ...submission, province: '79' });
    assert.equal(second.status, 409);
    assert.match((await problemOf(second)).detail, /one result/);
    assert.equal((await bench.stored(grant.testId)).province, '01');
  });

  it('stores one row of fifty posts of the same body at once', async () => {
    const body = JSON.stringify(await honestRun(await bench.openTest(), bench.hanoi, { province: '96' }));
    const answers = await Promise.all(Array.from({ length: 50 }, () => bench.post(results, body)));
    const statuses = answers.map(({ status }) => status).sort();
    assert.deepEqual(statuses, [...Array<number>(49).fill(200), 201]);
    assert.equal(new Set(await Promise.all(answers.map((answer) => answer.text()))).size, 1);
    assert.deepEqual(
      (await bench.store.tallies({ month: null, province: '96' })).map(({ votes }) => votes),
      [1],
    );
  });

  it('keeps one of two different bodies that arrive at once', async () => {
    const grant = await bench.openTest();
    const submission = await honestRun(grant, bench.hanoi);
    const answers = await Promise.all(['01', '79'].map((province) => bench.post(results, { ...submission, province })));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409]);
    const kept = answers[0]!.status === 201 ? '01' : '79';
    assert.equal((await bench.stored(grant.testId)).province, kept);
  });

  it('flags what waited in an outbox, and still verifies it', async () => {
    const submission = await honestRun(await bench.openTest(), bench.hanoi);
    bench.clock.now += LATE_AFTER_S * 1000 + 1;
    const accepted = v.parse(AcceptedSchema, await (await bench.post(results, submission)).json());
    bench.clock.now = START;
    assert.deepEqual([accepted.state, accepted.flags], ['verified', ['late']]);
  });

  it('does not flag what came at the last moment of the normal time', async () => {
    const grant = await bench.openTest();
    const submission = await honestRun(grant, bench.hanoi);
    bench.clock.now = Date.parse(grant.issuedAt) + LATE_AFTER_S * 1000;
    const accepted = v.parse(AcceptedSchema, await (await bench.post(results, submission)).json());
    bench.clock.now = START;
    assert.deepEqual(accepted.flags, []);
  });

  it('refuses a first try after seven days', async () => {
    const submission = await honestRun(await bench.openTest(), bench.hanoi);
    bench.clock.now += (SUBMISSION_LIFE_S + 1) * 1000;
    const answer = await bench.post(results, submission);
    bench.clock.now = START;
    assert.equal(answer.status, 410);
    assert.match((await problemOf(answer)).detail, /seven days/);
  });

  it('refuses a body that is too large, before it looks at it', async () => {
    const answer = await bench.post(results, 'x'.repeat(MAX_SUBMISSION_BYTES + 1));
    assert.equal(answer.status, 413);
    assert.match((await problemOf(answer)).detail, /16384 bytes/);
  });

  it('refuses what is not JSON, or not UTF-8', async () => {
    assert.equal((await problemOf(await bench.post(results, '{"ticket":'))).status, 400);
    const invalidUtf8 = new Uint8Array([0x22, 0xff, 0x22]);
    assert.equal(
      (await problemOf(await bench.app.request(results, { method: 'POST', body: invalidUtf8 }))).status,
      400,
    );
  });

  it('says which field is wrong', async () => {
    const submission = await honestRun(await bench.openTest(), bench.hanoi);
    const answer = await bench.post(results, { ...submission, province: '99' });
    assert.equal(answer.status, 422);
    assert.match((await problemOf(answer)).detail, /^province: province must be one of the 34/);
    const nothing = await bench.post(results, '');
    assert.equal(nothing.status, 422);
    assert.match((await problemOf(nothing)).detail, /ticket/);
  });

  it('refuses what no store has a place for', async () => {
    const submission = await honestRun(await bench.openTest(), bench.hanoi);
    for (const [change, field] of [
      [{ operator: { asn: 1.5, name: 'x' } }, /^result\.operator\.asn: /],
      [{ operator: { asn: 2 ** 32, name: 'x' } }, /^result\.operator\.asn: /],
      [{ point: { id: 'a\0b', scope: 'exchange' } }, /^result\.point\.id: /],
      [{ point: { id: 'x'.repeat(9000), scope: 'exchange' } }, /^result\.point\.id: /],
    ] as const) {
      const answer = await bench.post(results, { ...submission, result: { ...submission.result, ...change } });
      assert.equal(answer.status, 422);
      assert.match((await problemOf(answer)).detail, field);
    }
  });

  it('ignores fields it does not know', async () => {
    const submission = await honestRun(await bench.openTest(), bench.hanoi);
    const answer = await bench.post(results, {
      ...submission,
      future: 1,
      result: { ...submission.result, future: { a: 1 } },
    });
    assert.equal(v.parse(AcceptedSchema, await answer.json()).state, 'verified');
  });

  it('refuses a result of another test than the ticket', async () => {
    const submission = await honestRun(await bench.openTest(), bench.hanoi);
    const other = await bench.openTest();
    const answer = await bench.post(results, { ...submission, ticket: other.ticket });
    assert.equal(answer.status, 422);
    assert.match((await problemOf(answer)).detail, new RegExp(`result.testId: .*${other.testId}`));
  });

  it('refuses runs that measured nothing', async () => {
    const grant = await bench.openTest();
    const submission = await honestRun(grant, bench.hanoi);
    for (const outcome of ['cancelled', 'failed']) {
      const answer = await bench.post(results, { ...submission, result: { ...submission.result, outcome } });
      assert.equal(answer.status, 422);
      assert.match((await problemOf(answer)).detail, /^result.outcome/);
    }
    assert.equal(await bench.store.find(grant.testId), null);
  });
});
