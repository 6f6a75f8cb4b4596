import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import { COLLECTOR_PATHS } from '../../src/protocol/endpoints.ts';
import type { Observation } from '../../src/protocol/observation.ts';
import type { ReceiptClaims } from '../../src/protocol/receipt.ts';
import { AcceptedSchema, type Submission } from '../../src/protocol/submission.ts';
import { createBench } from './bench.ts';
import { honestClaims, honestLog, honestRun } from './honest-run.ts';

const bench = await createBench();

/** What becomes of a run in which the browser says one thing and the point another. */
const verdictOn = async (
  { sent, echoed }: { readonly sent: number; readonly echoed: number },
  datagrams: ReceiptClaims['datagrams'],
  change: Partial<Submission['result']> = {},
) => {
  const grant = await bench.openTest();
  const counted: Observation = { kind: 'datagrams', at: 480, sent, echoed };
  const log = honestLog('hanoi');
  const begin = log.findIndex((seen) => seen.kind === 'phase-began' && seen.phase === 'download');
  const honest = await honestRun(grant, bench.hanoi, {
    log: [...log.slice(0, begin), counted, ...log.slice(begin)],
    claims: { ...honestClaims(grant.testId, 'hanoi'), datagrams },
  });
  const posted = { ...honest, result: { ...honest.result, ...change } };
  const { state, flags } = v.parse(AcceptedSchema, await (await bench.post(COLLECTOR_PATHS.results, posted)).json());
  return { state, flags, lossRatio: (await bench.stored(grant.testId)).lossRatio };
};

describe('a loss', () => {
  const seen = { received: 98, sentAtLeast: 100 };

  it('is verified where the point’s count bears it out', async () => {
    const verdict = await verdictOn({ sent: 100, echoed: 96 }, seen);
    assert.deepEqual(verdict, { state: 'verified', flags: [], lossRatio: 4 / 198 });
  });

  it('is not known where the point says nothing about datagrams', async () => {
    const verdict = await verdictOn({ sent: 100, echoed: 96 }, undefined);
    assert.deepEqual(verdict, { state: 'verified', flags: [], lossRatio: null });
  });

  it('disagrees where the ratio was lowered', async () => {
    const { state, flags } = await verdictOn({ sent: 100, echoed: 96 }, seen, { lossRatio: 0 });
    assert.deepEqual({ state, flags }, { state: 'disagrees', flags: ['replay-differs'] });
  });

  it('disagrees where the recording has counts that the point’s rule out', async () => {
    for (const count of [
      { sent: 100, echoed: 99 },
      { sent: 98, echoed: 98 },
      { sent: 97, echoed: 97 },
    ]) {
      const { state, flags } = await verdictOn(count, seen);
      assert.deepEqual({ state, flags }, { state: 'disagrees', flags: ['loss-differs'] });
    }
  });
});
