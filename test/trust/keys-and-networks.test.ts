import assert from 'node:assert/strict';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import { createApp } from '../../src/collector/app.ts';
import { loadTicketKeys } from '../../src/collector/ticket-keys.ts';
import { loadOrCreateKey } from '../../src/node/keys.ts';
import { COLLECTOR_PATHS } from '../../src/protocol/endpoints.ts';
import { GrantSchema } from '../../src/protocol/ticket.ts';
import { createBench } from '../collector/bench.ts';
import { honestRun } from '../collector/honest-run.ts';
import { temporaryFolder } from '../collector/temporary-folder.ts';

const { tests, results } = COLLECTOR_PATHS;

describe('a new key for tickets', () => {
  it('is published before it signs, and the old one is believed until it is deleted', async () => {
    const folder = temporaryFolder();
    const bench = await createBench();
    const appNow = async () => createApp({ ...bench.parts, ticketKeys: await loadTicketKeys(folder) });
    const ask = async (app: Awaited<ReturnType<typeof appNow>>) =>
      v.parse(GrantSchema, await (await app.request(tests, { method: 'POST' })).json());
    const handIn = async (app: Awaited<ReturnType<typeof appNow>>, body: string) =>
      (await app.request(results, { method: 'POST', body })).status;
    const kidsOf = async (app: Awaited<ReturnType<typeof appNow>>) =>
      ((await (await app.request(COLLECTOR_PATHS.keys)).json()) as { keys: { kid: string }[] }).keys.map(
        ({ kid }) => kid,
      );

    const first = await appNow();
    const early = JSON.stringify(await honestRun(await ask(first), bench.hanoi));
    const late = JSON.stringify(await honestRun(await ask(first), bench.hanoi));
    const next = await loadOrCreateKey(join(folder, 'collector-key.next.pem'));
    assert.ok((await kidsOf(await appNow())).includes(next.publicJwk.kid));

    renameSync(join(folder, 'collector-key.pem'), join(folder, 'collector-key.old.pem'));
    renameSync(join(folder, 'collector-key.next.pem'), join(folder, 'collector-key.pem'));
    const second = await appNow();
    assert.equal((await kidsOf(second))[0], next.publicJwk.kid);
    assert.equal(await handIn(second, early), 201);
    assert.equal(await handIn(second, JSON.stringify(await honestRun(await ask(second), bench.hanoi))), 201);

    rmSync(join(folder, 'collector-key.old.pem'));
    assert.equal(await handIn(await appNow(), late), 401);
  });
});

describe('a ticket asked for from another network than the one that was measured', () => {
  it('is good all the same, and the result says so', async () => {
    const bench = await createBench();
    // The honest run's receipt says Viettel.
    for (const [from, flags] of [
      ['27.64.0.1', []],
      ['2401:d800::1', []],
      ['14.160.0.1', ['network-differs']],
      ['192.0.2.1', []], // in no table: nothing to compare
    ] as const) {
      const grant = v.parse(GrantSchema, await (await bench.post(tests, {}, { from })).json());
      const answer = await bench.post(results, await honestRun(grant, bench.hanoi), { from });
      assert.deepEqual(await answer.json(), { testId: grant.testId, state: 'verified', flags });
    }
  });
});
