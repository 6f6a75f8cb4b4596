import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import { createApp } from '../../src/collector/app.ts';
import { createSiteRegistry } from '../../src/collector/site-registry.ts';
import { reportPath } from '../../src/protocol/endpoints.ts';
import { MONTH, SITES } from './deployment.ts';
import type { ReportStage } from './report-stage.ts';

/** The table of a report, for spreadsheets. */
export const describeReportCsv = ({ bench, app, reportIn }: ReportStage): void => {
  describe('GET /v1/reports/{province}.csv', () => {
    const table = async (query: string, of = app) => {
      const answer = await of.request(`${reportPath('48.csv')}?month=${MONTH}${query}`);
      return { answer, bytes: new Uint8Array(await answer.arrayBuffer()) };
    };
    const rowsOf = (bytes: Uint8Array, delimiter: string) =>
      parse<Record<string, string>>(Buffer.from(bytes), { bom: true, delimiter, columns: true });

    it('is a file that Excel opens right: UTF-8 with its mark, split as Vietnamese Windows splits', async () => {
      const { answer, bytes } = await table('');
      assert.deepEqual([...bytes.slice(0, 3)], [0xef, 0xbb, 0xbf]);
      assert.equal(answer.headers.get('content-type'), 'text/csv; charset=utf-8');
      assert.equal(answer.headers.get('content-disposition'), 'attachment; filename="i-speed-48-2026-10.csv"');
      const rows = rowsOf(bytes, ';');
      assert.deepEqual(Object.keys(rows[0]!), ['Mục', 'Đối tượng', 'Chỉ tiêu', 'Giá trị', 'Cần', 'Ghi chú']);
      assert.equal(rows[0]!['Mục'], 'Báo cáo triển khai đo tốc độ Internet – Đà Nẵng – tháng 10/2026');
      const { samples, funnel } = await reportIn();
      const valueOf = (section: string, item: string, measure: string) =>
        rows.find((row) => row['Mục'] === section && row['Đối tượng'] === item && row['Chỉ tiêu'] === measure)?.[
          'Giá trị'
        ];
      assert.equal(valueOf('Mẫu theo loại kết nối', 'Tất cả', 'Mẫu'), String(samples.all.votes));
      assert.equal(valueOf('Lần đo', 'Hợp lệ', 'Số lượt'), String(funnel.tests[3]!.count));
      assert.equal(valueOf('Kiosk', 'sanh-2 (hcc.danang.gov.vn)', 'Hoạt động (%)'), '45');
      // Numbers are whole: no decimal sign that one Excel takes for a date and another for text.
      for (const row of rows) assert.match(row['Giá trị']!, /^\d*$|^[^\d]|^\d{2}\/|^\d\.\d\.\d/);
    });

    it('is split by commas in English', async () => {
      const { bytes } = await table('&lang=en');
      const rows = rowsOf(bytes, ',');
      assert.equal(rows[0]!['Section'], 'Internet speed test deployment report – Da Nang – October 2026');
      assert.ok(rows.length > 60);
    });

    it('runs nothing in a spreadsheet, whatever a site is called', async () => {
      const evil = { ...SITES[0]!, name: '=HYPERLINK("http://evil";"x")' };
      const { bytes } = await table('', createApp({ ...bench.parts, sites: createSiteRegistry([evil]) }));
      const cells = rowsOf(bytes, ';').flatMap((row) => Object.values(row));
      assert.ok(cells.some((cell) => cell.startsWith(`'=HYPERLINK`)));
      assert.deepEqual(
        cells.filter((cell) => /^[=+@\t\r]/.test(cell)),
        [],
      );
    });
  });
};
