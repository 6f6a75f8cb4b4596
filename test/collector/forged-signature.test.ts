import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { base64url, SignJWT } from 'jose';
import * as v from 'valibot';
import { loadOrCreateKey } from '../../src/node/keys.ts';
import { COLLECTOR_PATHS } from '../../src/protocol/endpoints.ts';
import { AcceptedSchema, type Submission } from '../../src/protocol/submission.ts';
import { createBench, problemOf } from './bench.ts';
import { honestClaims, honestRun, signReceipt } from './honest-run.ts';
import { temporaryFolder } from './temporary-folder.ts';

const { results } = COLLECTOR_PATHS;

const bench = await createBench();
const stranger = await loadOrCreateKey(join(temporaryFolder(), 'stranger.pem'));

/** What becomes of a submission that an honest one was turned into. */
const verdictOn = async (change: (honest: Submission) => Submission | Promise<Submission>) => {
  const submission = await change(await honestRun(await bench.openTest(), bench.hanoi));
  const answer = await bench.post(results, submission);
  assert.equal(answer.status, 201);
  const { state, flags, testId } = v.parse(AcceptedSchema, await answer.json());
  assert.equal((await bench.stored(testId)).state, state);
  return { state, flags };
};

describe('a ticket', () => {
  const refuses = async (forge: (ticket: string, testId: string) => string | Promise<string>) => {
    const grant = await bench.openTest();
    const submission = await honestRun(grant, bench.hanoi);
    const answer = await bench.post(results, { ...submission, ticket: await forge(grant.ticket, grant.testId) });
    assert.equal(answer.status, 401);
    assert.match((await problemOf(answer)).detail, /not signed by this collector/);
    assert.equal(await bench.store.find(grant.testId), null);
  };
  const claimsOf = (ticket: string) =>
    JSON.parse(new TextDecoder().decode(base64url.decode(ticket.split('.')[1]!))) as Record<string, unknown>;
  const encode = (value: object) => base64url.encode(JSON.stringify(value));

  it('is refused when a claim was altered', () =>
    refuses((ticket) => {
      const [header, , signature] = ticket.split('.') as [string, string, string];
      return [header, encode({ ...claimsOf(ticket), site: 'other.vn' }), signature].join('.');
    }));

  it('is refused when it is signed by somebody else', () =>
    refuses((ticket) => new SignJWT(claimsOf(ticket)).setProtectedHeader({ alg: 'EdDSA' }).sign(stranger.privateKey)));

  it('is refused when it says that it needs no signature', () =>
    refuses((ticket) => [encode({ alg: 'none' }), encode(claimsOf(ticket)), 'AA'].join('.')));

  it('is refused when the public key was used as a shared secret', async () => {
    const { publicJwk } = bench.ticketKeys.signing;
    const secrets = [
      base64url.decode(publicJwk.x as string),
      new TextEncoder().encode(JSON.stringify(publicJwk)),
      new TextEncoder().encode(publicJwk.x),
    ];
    for (const secret of secrets)
      await refuses((ticket) =>
        new SignJWT(claimsOf(ticket)).setProtectedHeader({ alg: 'HS256', kid: publicJwk.kid }).sign(secret),
      );
  });

  it('is refused when a point signed it', () =>
    refuses((ticket) =>
      new SignJWT(claimsOf(ticket)).setProtectedHeader({ alg: 'EdDSA' }).sign(bench.hanoi.privateKey),
    ));
});

describe('a receipt', () => {
  it('that is missing leaves the result unverified', async () => {
    const submission = await honestRun(await bench.openTest(), bench.hanoi, { claims: null });
    const answer = v.parse(AcceptedSchema, await (await bench.post(results, submission)).json());
    assert.deepEqual([answer.state, answer.flags], ['unverified', ['receipt-missing']]);
    // The engine's own word for it is kept beside the collector's.
    assert.deepEqual((await bench.stored(answer.testId)).flags.sort(), ['no-receipt', 'receipt-missing']);
  });

  const invalid = { state: 'unverified', flags: ['receipt-invalid'] };

  it('with a foreign signature leaves the result unverified', async () => {
    const forged = async (honest: Submission) => ({
      ...honest,
      receipt: await signReceipt(honestClaims(honest.result.testId!, 'hanoi'), stranger),
    });
    assert.deepEqual(await verdictOn(forged), invalid);
  });

  it("with another point's signature leaves the result unverified", async () => {
    const forged = async (honest: Submission) => ({
      ...honest,
      receipt: await signReceipt(honestClaims(honest.result.testId!, 'hanoi'), bench.daNang),
    });
    assert.deepEqual(await verdictOn(forged), invalid);
  });

  it('of a point nobody registered leaves the result unverified', async () => {
    const forged = async (honest: Submission) => ({
      ...honest,
      receipt: await signReceipt(honestClaims(honest.result.testId!, 'nowhere'), stranger),
    });
    assert.deepEqual(await verdictOn(forged), invalid);
  });

  it('that is altered leaves the result unverified', async () => {
    const forged = (honest: Submission) => {
      const [header, , signature] = honest.receipt!.split('.') as [string, string, string];
      const claims = { ...honestClaims(honest.result.testId!, 'hanoi'), ipFamily: 4 };
      return { ...honest, receipt: [header, base64url.encode(JSON.stringify(claims)), signature].join('.') };
    };
    assert.deepEqual(await verdictOn(forged), invalid);
  });

  it('that a point signed but that says nothing usable leaves the result unverified', async () => {
    const forged = async (honest: Submission) => ({
      ...honest,
      receipt: await signReceipt({ iss: 'hanoi', jti: honest.result.testId }, bench.hanoi),
    });
    assert.deepEqual(await verdictOn(forged), invalid);
  });

  it('of another test leaves the result unverified', async () => {
    const other = await bench.openTest();
    const forged = async (honest: Submission) => ({
      ...honest,
      receipt: await signReceipt(honestClaims(other.testId, 'hanoi'), bench.hanoi),
    });
    assert.deepEqual(await verdictOn(forged), { state: 'unverified', flags: ['receipt-of-another-test'] });
  });

  it('of a point the ticket does not name leaves the result unverified', async () => {
    const grant = await bench.openTest();
    const claims = { ...JSON.parse(atob(grant.ticket.split('.')[1]!.replace(/-/g, '+').replace(/_/g, '/'))) } as object;
    const ticket = await new SignJWT({ ...claims, points: ['da-nang'] })
      .setProtectedHeader({ alg: 'EdDSA' })
      .sign(bench.ticketKeys.signing.privateKey);
    const submission = await honestRun({ ...grant, ticket }, bench.hanoi);
    const answer = v.parse(AcceptedSchema, await (await bench.post(results, submission)).json());
    assert.deepEqual([answer.state, answer.flags], ['unverified', ['point-not-allowed']]);
  });
});
