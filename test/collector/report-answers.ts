import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createApp } from '../../src/collector/app.ts';
import { REQUEST_LIMITS } from '../../src/collector/request-limits.ts';
import { reportPagePath, reportPath } from '../../src/protocol/endpoints.ts';
import { createBench, problemOf } from './bench.ts';
import { MONTH } from './deployment.ts';
import type { ReportStage } from './report-stage.ts';

/** How reports are asked for and kept, as data, table and page. */
export const describeReportAnswers = ({ bench, sites, app, reportIn }: ReportStage): void => {
  describe('GET /v1/reports/{province}', () => {
    it('says clearly what is no province and no month', async () => {
      const problem = async (path: string) => problemOf(await app.request(path));
      for (const code of ['99', 'danang', '48.xlsx', '480', '.csv']) {
        const { status, detail } = await problem(reportPath(code));
        assert.equal(status, 404, code);
        assert.match(detail, /34 two-digit codes/);
      }
      assert.deepEqual((await problem(`${reportPath('48')}?month=2026-13`)).status, 400);
      assert.match((await problem(`${reportPath('48.csv')}?month=9/2026`)).detail, /month must be YYYY-MM/);
      assert.match(
        (await problem(`${reportPath('48')}?month=2026-12`)).detail,
        /2026-12 lies ahead; 2026-11 is the running/,
      );
    });

    it('may be kept for a minute, and says when nothing has changed', async () => {
      for (const path of [reportPath('48'), reportPath('48.csv'), reportPagePath('48'), reportPagePath('')]) {
        const first = await app.request(`${path}?month=${MONTH}`);
        const tag = first.headers.get('etag');
        assert.ok(tag, path);
        const again = await app.request(`${path}?month=${MONTH}`, { headers: { 'if-none-match': tag } });
        assert.equal(again.status, 304, path);
        assert.equal(await again.text(), '');
      }
      const { headers } = await app.request(reportPath('48'));
      assert.equal(headers.get('cache-control'), 'public, max-age=60');
    });

    it('says that its data are simulated, wherever it is read', async () => {
      const store = { ...bench.store, isSimulated: () => Promise.resolve(true) };
      const simulated = createApp({ ...bench.parts, sites, store });
      assert.equal((await reportIn(simulated)).simulated, true);
      assert.equal((await reportIn()).simulated, false);
      for (const path of [reportPath('48.csv'), reportPagePath('48'), reportPagePath('')]) {
        const said = async (of: typeof app) =>
          (await (await of.request(`${path}?month=${MONTH}`)).text()).includes('mô phỏng');
        assert.deepEqual([await said(simulated), await said(app)], [true, false], path);
      }
    });

    it('is worked out so often for one network, and no oftener', async () => {
      const limited = createApp({ ...(await createBench()).parts, sites });
      const answers = await Promise.all(
        Array.from({ length: REQUEST_LIMITS.read.line.requests + 10 }, (_, i) =>
          Promise.resolve(
            limited.request(
              [reportPath('48'), reportPath('48.csv'), reportPagePath('48'), reportPagePath('')][i % 4]!,
              {},
              { incoming: { socket: { remoteAddress: '203.0.113.7' } } },
            ),
          ),
        ),
      );
      assert.equal(answers.filter(({ status }) => status === 429).length, 10);
    });
  });
};
