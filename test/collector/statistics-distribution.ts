import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import { COLLECTOR_PATHS } from '../../src/protocol/endpoints.ts';
import { DistributionSchema } from '../../src/protocol/statistics.ts';
import { binOf, lowerEdge, upperEdge } from '../../src/statistics/histogram.ts';
import { type Bench, problemOf } from './bench.ts';
import type { StatisticsStage } from './statistics-stage.ts';

const askDistribution = async ({ app }: Bench, query: string) => {
  const answer = await app.request(`${COLLECTOR_PATHS.distribution}?${query}`);
  assert.equal(answer.status, 200);
  return v.parse(v.strictObject(DistributionSchema.entries), await answer.json());
};

/** The bars of all votes of a place. */
export const describeDistribution = ({ bench }: StatisticsStage): void => {
  describe('GET /v1/statistics/distribution', () => {
    it('gives the bars of every measure, ascending, whose votes are all that there are', async () => {
      const { province, period, count, suppressed, download, upload, latency } = await askDistribution(
        bench,
        'province=48&period=2026-11',
      );
      assert.deepEqual([province, period, count, suppressed], ['48', '2026-11', 120, false]);
      const rates = Array.from({ length: 120 }, (_, i) => (i + 1) * 1e6);
      const bins = [...new Set(rates.map(binOf))];
      assert.deepEqual(
        download,
        bins.map((bin) => ({
          low: lowerEdge(bin),
          high: upperEdge(bin),
          votes: rates.filter((rate) => binOf(rate) === bin).length,
        })),
      );
      assert.deepEqual(
        upload.map(({ votes }) => votes),
        [120],
      );
      assert.deepEqual(latency, []);
    });

    it('is of the whole country without a province, and of all the time there is without a period', async () => {
      const whole = await askDistribution(bench, '');
      assert.deepEqual([whole.province, whole.period, whole.count], [null, null, 167]);
      assert.equal((await askDistribution(bench, 'period=2026-Q4')).count, 167);
      assert.equal((await askDistribution(bench, 'period=2026-Q4&access=mobile')).count, 42);
      assert.deepEqual([(await askDistribution(bench, 'month=2026-10')).period], ['2026-10']);
    });

    it('does not give a commune’s question the country’s answer', async () => {
      for (const query of ['commune=20194', 'by=commune&province=48']) {
        const problem = await problemOf(await bench.app.request(`${COLLECTOR_PATHS.distribution}?${query}`));
        assert.equal(problem.status, 400);
        assert.match(problem.detail, /^commune: .*Leave out by and commune/);
      }
    });

    it('withholds the bars of a few votes', async () => {
      const few = await askDistribution(bench, 'period=2026-12&province=92');
      assert.deepEqual([few.count, few.suppressed, few.download, few.upload, few.latency], [5, true, [], [], []]);
    });
  });
};
