import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { createApp } from '../../src/collector/app.ts';
import { createSiteRegistry } from '../../src/collector/site-registry.ts';
import { reportPagePath } from '../../src/protocol/endpoints.ts';
import { MONTH, SITES } from './deployment.ts';
import type { ReportStage } from './report-stage.ts';

const read = (html: string): string =>
  html
    .replace(/<head>[^]*<\/head>|<[^>]+>/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/ ([.,])/g, '$1');

/** The page of a report, and the list of all. */
export const describeReportPage = ({ bench, app }: ReportStage): void => {
  describe('GET /reports/{province}', () => {
    const open = async (path: string, headers: Record<string, string> = {}, of = app) => {
      const answer = await of.request(path, { headers });
      return { answer, html: await answer.text() };
    };

    it('shows the main numbers first, then what is still needed', async () => {
      const { html } = await open(`${reportPagePath('48')}?month=${MONTH}`);
      assert.match(html, /<html lang="vi">/);
      const text = read(html);
      assert.match(
        text,
        /Báo cáo triển khai đo tốc độ Internet – Đà Nẵng – tháng 10\/2026 Số liệu đến hết ngày 31\/10\/2026\. .* Mẫu được tính 94 \/ 100 Mẫu còn thiếu 6 .* Trang đang hoạt động 2 \/ 5 Kiosk đang hoạt động 1 \/ 2 Việc cần làm Cần thêm 6 mẫu để đủ 100 mẫu của tháng\./,
      );
      assert.match(text, /Sở Nội vụ: chưa ghi nhận lượt nào/);
      assert.match(text, /phường Tam Kỳ: 7 kết quả đến từ tên miền chưa đăng ký/);
      assert.match(text, /Không rõ tỉnh, thành phố Thêm thuộc tính province/);
    });

    it('leads from month to month, in the language it is read in, and to the table and the data', async () => {
      const { html } = await open(`${reportPagePath('48')}?month=${MONTH}&lang=en`);
      const links = [...html.matchAll(/<a\s+href="([^"]+)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'));
      assert.deepEqual(links, [
        '?month=2026-10&lang=vi',
        '?month=2026-09&lang=en',
        '../reports/?month=2026-10&lang=en',
        '?month=2026-11&lang=en',
        '../v1/reports/48.csv?month=2026-10&lang=en',
        '../v1/reports/48?month=2026-10',
      ]);
      for (const href of links) {
        const url = new URL(href, `http://c.test${reportPagePath('48')}`);
        assert.equal((await app.request(url.pathname + url.search)).status, 200, href);
      }
      assert.doesNotMatch((await open(reportPagePath('48'))).html, /Tháng sau/, 'the running month is the last one');
    });

    it('lists all provinces', async () => {
      const { html } = await open(`${reportPagePath('')}?month=${MONTH}`);
      assert.equal(html.match(/scope="row"/g)!.length, 34);
      assert.match(read(html), /Đà Nẵng 94 6 5 /);
      assert.match(
        read((await open(`${reportPagePath('')}?lang=en`)).html),
        /reports – November 2026 .* Ha Noi 0 100 1 /,
      );
    });

    it('is a friendly page where there is no report', async () => {
      for (const [path, status, words] of [
        [reportPagePath('99'), 404, /hai chữ số/],
        [`${reportPagePath('48')}?month=2027-01`, 400, /YYYY-MM/],
        [`${reportPagePath('')}?month=x`, 400, /YYYY-MM/],
        [reportPagePath(encodeURIComponent('<script>')), 404, /hai chữ số/],
      ] as const) {
        const { answer, html } = await open(path);
        assert.equal(answer.status, status);
        assert.match(read(html), words);
        assert.match(answer.headers.get('content-type')!, /^text\/html/);
        assert.doesNotMatch(html, /<script/);
      }
    });

    it('may run and load nothing, holds no markup of others, and is indexed by nobody', async () => {
      const evil = { ...SITES[0]!, name: `</style><script>alert(1)</script>` };
      const of = createApp({ ...bench.parts, sites: createSiteRegistry([evil]) });
      const { answer, html } = await open(`${reportPagePath('48')}?month=${MONTH}`, {}, of);
      const style = /<style>([^]*)<\/style>/.exec(html)![1]!;
      assert.equal(
        answer.headers.get('content-security-policy'),
        `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      );
      assert.doesNotMatch(html, /<script|<link|<img|<iframe|<form|\sstyle=|\ssrc=|@import|url\(|\son\w+=|javascript:/i);
      assert.equal(html.match(/<\/style>/g)!.length, 1);
      assert.equal(answer.headers.get('x-robots-tag'), 'noindex');
      assert.equal(answer.headers.get('set-cookie'), null);
    });
  });
};
