import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import { createApp } from '../../src/collector/app.ts';
import { createOperatorRegistry } from '../../src/collector/operator-registry.ts';
import { COLLECTOR_PATHS, progressPath } from '../../src/protocol/endpoints.ts';
import { type Operator, OperatorListSchema } from '../../src/protocol/operator.ts';
import { ProgressSchema, VOTES_NEEDED } from '../../src/protocol/progress.ts';
import { StatisticsSchema } from '../../src/protocol/statistics.ts';
import { createBench, problemOf } from './bench.ts';
import { entryWith } from './entries.ts';

const always = { from: null, to: null };
const SOLD: readonly Operator[] = [
  {
    id: 'old',
    name: 'Old',
    asns: [
      { asn: 64500, ...always },
      { asn: 64501, from: null, to: '2026-10' },
    ],
  },
  {
    id: 'new',
    name: 'New',
    asns: [
      { asn: 64501, from: '2026-11', to: null },
      { asn: 64502, ...always },
    ],
  },
];
/** What was thought before somebody looked it up. */
const WRONG: readonly Operator[] = [
  { id: 'old', name: 'Old', asns: [64500, 64501].map((asn) => ({ asn, ...always })) },
  { id: 'new', name: 'New', asns: [{ asn: 64502, ...always }] },
];

const IDLE = {
  idle: { medianMs: 9, minMs: 8, p95Ms: 12, jitterMs: null, samples: 20 },
  download: null,
  upload: null,
  rpm: null,
};

const bench = await createBench();
for (const [asn, votes] of [
  [64500, 10],
  [64501, 20],
  [64502, 40],
] as const)
  for (const month of ['2026-10', '2026-11'])
    for (let i = 0; i < votes; i++)
      await bench.store.insert(
        entryWith({
          operator: { asn, name: 'as it was called' },
          province: '48',
          startedAt: `${month}-15T03:04:05.000Z`,
        }),
      );

const appWith = (operators: readonly Operator[]) =>
  createApp({ ...bench.parts, operators: createOperatorRegistry(operators) });
const countsOf = async (query: string, operators = SOLD) => {
  const answer = await appWith(operators).request(`${COLLECTOR_PATHS.statistics}?${query}`);
  const { cells } = v.parse(StatisticsSchema, await answer.json());
  return cells.map(({ month, count }) => `${month} ${count}`);
};

describe('GET /v1/operators', () => {
  it('lists them with their numbers and the months in which these are theirs', async () => {
    const answer = await appWith(SOLD).request(COLLECTOR_PATHS.operators);
    assert.deepEqual(v.parse(OperatorListSchema, await answer.json()).operators, SOLD);
    assert.equal(answer.headers.get('cache-control'), 'public, max-age=60');
  });
});

describe('figures of an operator', () => {
  it('are of the networks that were its own in each month', async () => {
    assert.deepEqual(await countsOf('operator=old'), ['2026-10 30', '2026-11 10']);
    assert.deepEqual(await countsOf('operator=new'), ['2026-10 40', '2026-11 60']);
    assert.deepEqual(await countsOf('operator=old&month=2026-11'), ['2026-11 10']);
  });

  it('are asked for by one of its numbers, too, which stands for whoever had it then', async () => {
    assert.deepEqual(await countsOf('asn=64501'), ['2026-10 30', '2026-11 60']);
    assert.deepEqual(await countsOf('asn=64500'), ['2026-10 30', '2026-11 10']);
  });

  it('change for the past when the table is corrected', async () => {
    assert.deepEqual(await countsOf('operator=old', WRONG), ['2026-10 30', '2026-11 30']);
  });

  it('are compared with a result there by the same table', async () => {
    for (let i = 0; i < VOTES_NEEDED; i++)
      await bench.store.insert(entryWith({ operator: { asn: 64502, name: 'New' }, province: '92', latency: IDLE }));
    const votesOf = async (operators: readonly Operator[]) => {
      const answer = await appWith(operators).request(`${progressPath('92')}?asn=64501`);
      return v.parse(ProgressSchema, await answer.json()).operator!.figures?.votes;
    };
    assert.equal(await votesOf(SOLD), VOTES_NEEDED);
    assert.equal(await votesOf(WRONG), undefined);
  });

  it('cannot be asked for by a name that is not in the list, or twice', async () => {
    const complaint = async (query: string) =>
      (await problemOf(await appWith(SOLD).request(`${COLLECTOR_PATHS.statistics}?${query}`))).detail;
    assert.match(await complaint('operator=nobody'), /^operator: there is no operator nobody; GET \/v1\/operators/);
    assert.match(await complaint('operator=X'), /^operator: operator must be/);
    assert.match(await complaint('operator=old&asn=64500'), /^operator: ask by operator or by asn/);
  });
});
