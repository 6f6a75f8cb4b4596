import assert from 'node:assert/strict';
import * as v from 'valibot';
import { COLLECTOR_PATHS } from '../../src/protocol/endpoints.ts';
import { StatisticsSchema } from '../../src/protocol/statistics.ts';
import type { StoredResult } from '../../src/protocol/submission.ts';
import { type Bench, createBench } from './bench.ts';
import { entryWith, throughput } from './entries.ts';

/** `count` votes of as many sources at four sites, with rates of 1, 2, 3 … Mbit/s. */
export const vote = async ({ store }: Bench, count: number, change: Partial<StoredResult> = {}): Promise<void> => {
  for (let i = 1; i <= count; i++)
    await store.insert(
      entryWith({ download: throughput(i * 1e6), site: `site-${i % 4}`, ...change }, { sourceKey: `home ${i}` }),
    );
};

/** A quarter of two provinces. */
const fill = async (bench: Bench): Promise<void> => {
  await vote(bench, 120, { province: '48', access: 'wifi' });
  await vote(bench, 40, { province: '48', access: 'cable', context: 'kiosk' });
  await vote(bench, 30, { province: '92', access: '4g', operator: { asn: 45899, name: 'VNPT' }, ipFamily: 4 });
  await vote(bench, 12, { province: '92', access: '5g', startedAt: '2026-10-15T03:04:05.000Z' });
  await vote(bench, 5, {
    province: '92',
    startedAt: '2026-12-15T03:04:05.000Z',
    point: { id: 'tokyo', scope: 'overseas' },
  });
};

export type StatisticsStage = Awaited<ReturnType<typeof statisticsStage>>;

/** A collector with that quarter, and how to ask it, or another one. */
export const statisticsStage = async () => {
  const bench = await createBench();
  await fill(bench);
  const askAll = async (query: string, { app } = bench) => {
    const answer = await app.request(`${COLLECTOR_PATHS.statistics}?${query}`);
    assert.equal(answer.status, 200);
    return v.parse(v.strictObject(StatisticsSchema.entries), await answer.json());
  };
  const ask = async (query: string) => (await askAll(query)).cells;
  return { bench, askAll, ask };
};
