import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import { COLLECTOR_PATHS } from '../../src/protocol/endpoints.ts';
import { PeriodsSchema } from '../../src/protocol/statistics.ts';
import { type Bench, createBench, problemOf } from './bench.ts';
import { type StatisticsStage, vote } from './statistics-stage.ts';

/** Which votes are in which cells, and of which months there are any. */
export const describeFilters = ({ bench, askAll, ask }: StatisticsStage): void => {
  describe('GET /v1/statistics', () => {
    it('answers by period, operator, access, family, scope and context', async () => {
      const countOf = async (query: string) =>
        (await ask(query)).map(({ province, month, count }) => `${province} ${month} ${count}`);
      const [danang, cantho] = ['48 2026-11 120', '92 2026-11 30'];
      assert.deepEqual(await countOf('month=2026-11'), [danang, cantho]);
      assert.deepEqual(await countOf('from=2026-11&to=2026-11'), [danang, cantho]);
      assert.deepEqual(await countOf('from=2026-12'), ['92 2026-12 5']);
      assert.deepEqual(await countOf('to=2026-10'), ['92 2026-10 12']);
      assert.deepEqual(await countOf('access=fixed'), [danang]);
      assert.deepEqual(await countOf('access=mobile'), ['92 2026-10 12', cantho]);
      assert.deepEqual(await countOf('access=5g'), ['92 2026-10 12']);
      assert.deepEqual(await countOf('asn=45899'), [cantho]);
      assert.deepEqual(await countOf('family=4'), [cantho]);
      assert.deepEqual(await countOf('scope=overseas'), ['92 2026-12 5']);
      assert.deepEqual(await countOf('context=kiosk'), ['48 2026-11 40']);
      assert.deepEqual(await countOf('context=monitor'), []);
      assert.deepEqual(await countOf('access=mobile&family=6&month=2026-11'), []);
    });

    it('merges the months of a period into one cell a province', async () => {
      const countOf = async (query: string) =>
        (await ask(query)).map(({ province, period, month, count }) => [province, period, month, count]);
      const quarter = [
        ['48', '2026-Q4', null, 120],
        ['92', '2026-Q4', null, 47],
      ];
      assert.deepEqual(await countOf('period=2026-Q4'), quarter);
      assert.deepEqual(
        await countOf('period=2026'),
        quarter.map(([province, , , count]) => [province, '2026', null, count]),
      );
      assert.deepEqual(await countOf('period=2026-11'), [
        ['48', '2026-11', '2026-11', 120],
        ['92', '2026-11', '2026-11', 30],
      ]);
      assert.deepEqual(await countOf('period=2026-Q3'), []);
      assert.deepEqual(await countOf('period=2026-Q4&access=mobile&province=92'), [['92', '2026-Q4', null, 42]]);
    });

    it('counts of several months no more sources than the largest of them has for sure', async () => {
      const [cell] = await ask('period=2026-Q4&province=92');
      const reasons = cell!.verdict.reasons.map(({ code, needs }) => [code, needs]);
      assert.deepEqual(reasons, [
        ['too-few-votes', 53],
        ['too-few-sources', 20], // 30 of November; the other months' may be the same lines
        ['access-mixed', null],
      ]);
    });

    it('gives the whole country beside the provinces, or alone, and not beside one of them', async () => {
      const countries = async (query: string) =>
        (await askAll(query)).country.map(({ province, period, count }) => [province, period, count]);
      const months = [
        [null, '2026-10', 12],
        [null, '2026-11', 150],
        [null, '2026-12', 5],
      ];
      assert.deepEqual(await countries(''), months);
      assert.deepEqual(await countries('province=country'), months);
      assert.deepEqual((await askAll('province=country')).cells, []);
      assert.deepEqual((await askAll('province=country')).country, (await askAll('')).country);
      assert.deepEqual(await countries('province=48'), []);
      assert.deepEqual(await countries('period=2026-Q4'), [[null, '2026-Q4', 167]]);
      assert.deepEqual(await countries('period=2026-Q4&province=country'), [[null, '2026-Q4', 167]]);
      assert.deepEqual(await countries('period=2026-Q4&province=01'), []);
      assert.deepEqual(await countries('period=2026-Q4&access=5g'), [[null, '2026-Q4', 12]]);
      assert.deepEqual(await countries('period=2025'), []);
      const { country } = await askAll('from=2026-12');
      assert.deepEqual([country[0]!.suppressed, country[0]!.figures], [true, null]);
    });

    it('says which filter is wrong', async () => {
      for (const query of [
        'period=2026-Q5',
        'period=x',
        'period=2026&month=2026-11',
        'month=2026-13',
        'from=x',
        'to=2026-07&from=2026-09',
        'month=2026-09&to=2026-10',
        'access=fibre',
        'family=5',
        'scope=moon',
        'context=all',
        'asn=x',
      ]) {
        const problem = await problemOf(await bench.app.request(`${COLLECTOR_PATHS.statistics}?${query}`));
        assert.equal(problem.status, 400);
        assert.ok(problem.detail.startsWith(`${query.split('=')[0]}: `), problem.detail);
      }
    });
  });

  describe('GET /v1/statistics/periods', () => {
    it('gives the months that citizens voted in, the newest first', async () => {
      const months = async ({ app }: Bench) =>
        v.parse(v.strictObject(PeriodsSchema.entries), await (await app.request(COLLECTOR_PATHS.periods)).json())
          .months;
      assert.deepEqual(await months(bench), ['2026-12', '2026-11', '2026-10']);
      const other = await createBench();
      assert.deepEqual(await months(other), []);
      await vote(other, 3, { context: 'kiosk' });
      assert.deepEqual(await months(other), []);
    });
  });
};
