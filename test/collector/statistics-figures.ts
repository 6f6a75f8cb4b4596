import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createApp } from '../../src/collector/app.ts';
import { COLLECTOR_PATHS } from '../../src/protocol/endpoints.ts';
import type { StoredResult } from '../../src/protocol/submission.ts';
import { createBench } from './bench.ts';
import { entryWith } from './entries.ts';
import { assertNear } from './near.ts';
import { type StatisticsStage, vote } from './statistics-stage.ts';

/** What is said of the votes of a cell, and for how long. */
export const describeFigures = ({ bench, askAll, ask }: StatisticsStage): void => {
  describe('GET /v1/statistics', () => {
    it('gives the tenths, the median and how sure it is of each measure, and says that it may be published', async () => {
      const [cell, ...none] = await ask('province=48');
      assert.deepEqual(none, []);
      const { p10, median, p90, votes, interval } = cell!.figures!.downloadBitsPerSecond!;
      for (const [figure, exact] of [
        [p10, 12.9e6],
        [median, 60.5e6],
        [p90, 108.1e6],
      ] as const)
        assertNear(figure, exact);
      assert.equal(votes, 120);
      // Ranks 49 and 72 of 120 by the binomial distribution; the bins' edges are up to 3.7 % further out.
      assert.ok(interval!.low <= 50e6 && interval!.low > 48e6, `${interval!.low}`);
      assert.ok(interval!.high >= 71e6 && interval!.high < 74e6, `${interval!.high}`);
      assert.equal(cell!.medianDownloadBitsPerSecond, median);
      assert.equal(cell!.figures!.latencyMs, null, 'not measured is null');
      assert.deepEqual(cell!.verdict, { publishable: true, provisional: true, reasons: [], needs: 0 });
    });

    it('says why a figure may not be published and how many votes it needs', async () => {
      const [october, november, december] = await ask('province=92');
      assert.deepEqual(
        november!.verdict.reasons.map(({ code, needs }) => [code, needs]),
        [
          ['too-few-votes', 70],
          ['too-few-sources', 20],
        ],
      );
      assert.equal(november!.verdict.needs, 70);
      assert.equal(october!.count, 12);
      assert.ok(december!.verdict.reasons.some(({ code }) => code === 'access-mixed'));
    });

    it('withholds all figures of a cell of a few votes', async () => {
      const [cell] = await ask('province=92&month=2026-12');
      assert.deepEqual([cell!.count, cell!.suppressed, cell!.figures, cell!.ipv6Share], [5, true, null, null]);
    });

    it('sets IPv4 and IPv6 beside each other where at least ten votes measured both', async () => {
      const other = await createBench();
      const both = (connectMs4: number | null, connectMs6: number | null): StoredResult['ipv6'] => ({
        ability: 'works',
        connectMs4,
        connectMs6,
        preferred: 6,
      });
      await vote(other, 20, { ipv6: both(40, null) });
      for (let i = 1; i <= 9; i++)
        await other.store.insert(entryWith({ ipv6: both(40, 20) }, { sourceKey: `few ${i}` }));
      await vote(other, 10, { province: '48', ipv6: both(40, 30) });
      const { cells } = await askAll('', other);
      const [hanoi, daNang] = ['01', '48'].map((code) => cells.find(({ province }) => province === code)!.ipv6Paired);
      assert.equal(hanoi, null);
      assert.equal(daNang!.votes, 10);
      assertNear(daNang!.ipv4LatencyMs!.median, 40);
      assertNear(daNang!.ipv6LatencyMs!.median, 30);
      assertNear(daNang!.ratio!.median, 0.75);
    });

    it('tells how many have IPv6 only where it was tried of at least ten votes', async () => {
      const other = await createBench();
      const tried: StoredResult['ipv6'] = { ability: 'works', connectMs4: null, connectMs6: null, preferred: 6 };
      for (const [province, count] of [
        ['01', 9],
        ['48', 10],
      ] as const) {
        await vote(other, 20, { province, ipv6: { ...tried, ability: null, preferred: null } });
        for (let i = 1; i <= count; i++)
          await other.store.insert(entryWith({ province, ipv6: tried }, { sourceKey: `tried ${i}` }));
      }
      const { cells, country } = await askAll('', other);
      assert.deepEqual(
        [...cells, ...country].map(({ count, ipv6, ipv6Share }) => [count, ipv6?.votes ?? null, ipv6Share]),
        [
          [29, null, null],
          [30, 10, 1],
          [59, 19, 1],
        ],
      );
    });

    it('says of a store whose results nobody measured that they are simulated', async () => {
      const other = await createBench();
      assert.equal((await askAll('', other)).simulated, false);
      const store = { ...other.store, isSimulated: () => Promise.resolve(true) };
      const app = createApp({ ...other.parts, store });
      assert.equal((await askAll('', { ...other, app })).simulated, true);
    });

    it('may be kept for a minute, and is not sent again while nothing has changed', async () => {
      const get = (tag?: string) =>
        bench.app.request(`${COLLECTOR_PATHS.statistics}?province=48`, {
          headers: { origin: 'https://portal.test', ...(tag !== undefined && { 'if-none-match': tag }) },
        });
      const first = await get();
      assert.equal(first.headers.get('cache-control'), 'public, max-age=60');
      const tag = first.headers.get('etag')!;
      const second = await get(tag);
      assert.deepEqual([second.status, await second.text()], [304, '']);
      assert.equal(second.headers.get('access-control-allow-origin'), '*');
      await bench.store.insert(entryWith({ province: '48' }, { sourceKey: 'new' }));
      assert.equal((await get(tag)).status, 200);
    });
  });
};
