import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { base64url, CompactSign, SignJWT } from 'jose';
import * as v from 'valibot';
import { loadOrCreateKey, type SigningKey } from '../../src/node/keys.ts';
import { COLLECTOR_PATHS } from '../../src/protocol/endpoints.ts';
import type { Flag } from '../../src/protocol/flag.ts';
import { HEARTBEAT_TYPE } from '../../src/protocol/heartbeat.ts';
import { RECEIPT_TYPE } from '../../src/protocol/receipt.ts';
import { AcceptedSchema } from '../../src/protocol/submission.ts';
import { createBench } from '../collector/bench.ts';
import { honestClaims, honestRun } from '../collector/honest-run.ts';
import { temporaryFolder } from '../collector/temporary-folder.ts';
import { paths, withOther } from './alter.ts';

const bench = await createBench();
const stranger = await loadOrCreateKey(join(temporaryFolder(), 'stranger.pem'));

/** Posts an honest run with another receipt; it must be kept, labelled, and counted nowhere. */
const isNotBelieved = async (
  receiptOf: (honest: string, testId: string) => string | null | Promise<string | null>,
  flag: Flag,
): Promise<void> => {
  const grant = await bench.openTest({ site: 'hanoi.gov.vn' });
  const submission = await honestRun(grant, bench.hanoi, { province: '92' });
  const receipt = await receiptOf(submission.receipt!, grant.testId);
  const answer = await bench.post(COLLECTOR_PATHS.results, { ...submission, receipt });
  const { state, flags } = v.parse(AcceptedSchema, await answer.json());
  assert.deepEqual([answer.status, state, flags], [201, 'unverified', [flag]]);
};

const partsOf = (jws: string) => jws.split('.') as [string, string, string];
const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
const encode = (value: object) => base64url.encode(JSON.stringify(value));
const sign = (claims: object, { privateKey }: SigningKey, header: object = {}) =>
  new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'EdDSA', typ: RECEIPT_TYPE, ...header })
    .sign(privateKey);

describe('a result whose receipt', () => {
  it('is missing, is not believed', () => isNotBelieved(() => null, 'receipt-missing'));

  it('belongs to another test, is not believed', () =>
    isNotBelieved(
      async () => sign(honestClaims((await bench.openTest()).testId, 'hanoi'), bench.hanoi),
      'receipt-of-another-test',
    ));

  it('is signed by another registered point than it names, is not believed', () =>
    isNotBelieved((_, testId) => sign(honestClaims(testId, 'hanoi'), bench.daNang), 'receipt-invalid'));

  it('is signed by an unknown key, is not believed, whatever the header says of it', async () => {
    const { publicJwk } = stranger;
    for (const header of [
      {},
      { kid: bench.hanoi.publicJwk.kid },
      { jwk: { kty: publicJwk.kty, crv: 'Ed25519', x: publicJwk.x } },
      { jku: 'http://127.0.0.1:9/keys' },
      { x5c: [] },
    ])
      await isNotBelieved((_, testId) => sign(honestClaims(testId, 'hanoi'), stranger, header), 'receipt-invalid');
  });

  it('names a point that is not registered, is not believed', () =>
    isNotBelieved((_, testId) => sign(honestClaims(testId, 'hue'), stranger), 'receipt-invalid'));

  it('has any one field altered, is not believed', async () => {
    const grant = await bench.openTest();
    const sample = decode(partsOf((await honestRun(grant, bench.hanoi)).receipt!)[1]);
    const fields = paths(sample);
    assert.ok(fields.length > 10, fields.join(' '));
    for (const field of fields)
      await isNotBelieved((honest) => {
        const [header, payload, signature] = partsOf(honest);
        return [header, encode(withOther(decode(payload), field)), signature].join('.');
      }, 'receipt-invalid');
  });

  it('has any one character altered, is not believed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.constantFrom('A', 'z', '0', '-'),
        (at, other) =>
          isNotBelieved((honest) => {
            const index = Math.floor(at * honest.length);
            // The last character of a signature holds two bits that mean nothing; another one there is the same signature.
            if (honest[index] === other || honest[index] === '.' || index === honest.length - 1) return null;
            return honest.slice(0, index) + other + honest.slice(index + 1);
          }, 'receipt-invalid').catch((error: unknown) => {
            if (!String(error).includes('receipt-missing')) throw error;
          }),
      ),
      { numRuns: 60 },
    );
  });

  it('says that it needs no signature, is not believed', async () => {
    for (const alg of ['none', 'None', 'NONE', ''])
      for (const signature of ['', 'AA'])
        await isNotBelieved((honest) => {
          const forged = [encode({ alg, typ: RECEIPT_TYPE }), partsOf(honest)[1], signature || 'AA'].join('.');
          return forged;
        }, 'receipt-invalid');
  });

  it('uses the public key as a shared secret, is not believed', async () => {
    const { x } = bench.hanoi.publicJwk;
    for (const secret of [base64url.decode(x as string), new TextEncoder().encode(x)])
      await isNotBelieved(
        (_, testId) =>
          new SignJWT({ ...honestClaims(testId, 'hanoi') })
            .setProtectedHeader({ alg: 'HS256', typ: RECEIPT_TYPE })
            .sign(secret),
        'receipt-invalid',
      );
  });

  it('is something else that the point signed, is not believed', async () => {
    for (const typ of [HEARTBEAT_TYPE, 'JWT', undefined])
      await isNotBelieved((_, testId) => sign(honestClaims(testId, 'hanoi'), bench.hanoi, { typ }), 'receipt-invalid');
  });

  it('says nonsense, well signed, is not believed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.object({ maxDepth: 3 }), async (nonsense) => {
        await isNotBelieved(() => sign({ ...nonsense, iss: 'hanoi' }, bench.hanoi), 'receipt-invalid');
      }),
      { numRuns: 40 },
    );
  });

  it('is not believed, is in no figure', async () => {
    const cells = await bench.store.tallies({ month: null, province: '92' });
    assert.deepEqual(cells, []);
  });
});
