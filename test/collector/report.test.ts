import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import * as v from 'valibot';
import { createApp } from '../../src/collector/app.ts';
import { REQUEST_LIMITS } from '../../src/collector/request-limits.ts';
import { createSiteRegistry } from '../../src/collector/site-registry.ts';
import { reportPagePath, reportPath } from '../../src/protocol/endpoints.ts';
import { type Report, ReportSchema } from '../../src/protocol/report.ts';
import { createBench, problemOf, SITE, START } from './bench.ts';
import { deploy, MONTH, PROVINCE, SITES } from './deployment.ts';

const bench = await createBench();
await deploy(bench.store);
const sites = createSiteRegistry([...SITES, SITE]);
const app = createApp({ ...bench.parts, sites });
const reportIn = async (of = app, query = `?month=${MONTH}`): Promise<Report> =>
  v.parse(v.strictObject(ReportSchema.entries), await (await of.request(reportPath(PROVINCE) + query)).json());
const read = (html: string): string =>
  html
    .replace(/<head>[^]*<\/head>|<[^>]+>/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/ ([.,])/g, '$1');

describe('GET /v1/reports/{province}', () => {
  it('counts samples as the statistics do, and says what each kind of line lacks', async () => {
    const { samples, needed, contexts } = await reportIn();
    const [tally] = await bench.store.tallies({ month: MONTH, province: PROVINCE });
    assert.equal(samples.all.votes, tally!.votes);
    assert.equal(samples.all.sources, tally!.sources);
    assert.deepEqual(needed, { votes: 100, sources: 50 });
    const kinds = await Promise.all(
      (['fixed', 'mobile'] as const).map(async (kind) => {
        const accesses = kind === 'fixed' ? (['wifi', 'cable'] as const) : (['4g', '5g'] as const);
        const [stratum] = await bench.store.tallies({ month: MONTH, province: PROVINCE, accesses });
        return [samples[kind].votes, stratum!.votes, samples[kind].verdict.needs, 100 - stratum!.votes];
      }),
    );
    for (const [votes, expected, needs, missing] of kinds) assert.deepEqual([votes, needs], [expected, missing]);
    const { wifi, cable, '4g': four, '5g': five, unknown } = samples.byAccess;
    assert.deepEqual([wifi + cable, four + five], [samples.fixed.votes, samples.mobile.votes]);
    assert.equal(wifi + cable + four + five + unknown, samples.all.votes);
    assert.deepEqual(contexts, [
      { context: 'citizen', votes: samples.all.votes },
      { context: 'kiosk', votes: 3 },
    ]);
  });

  it('breaks samples down by operator', async () => {
    const { operators, samples } = await reportIn();
    assert.deepEqual(operators.map(({ operator }) => operator).sort(), ['FPT Telecom', 'MobiFone', 'VNPT', 'Viettel']);
    const sum = operators.reduce((total, each) => total + each.fixed.votes + each.mobile.votes + each.unknown, 0);
    assert.equal(sum, samples.all.votes);
  });

  it('says which sites and kiosks were there, and which were not', async () => {
    const { sites: rows, kiosks, elsewhere, versions } = await reportIn();
    assert.deepEqual(
      rows.map(({ site, presence, unattributed }) => [site, presence, unattributed]),
      [
        ['danang.gov.vn', 'live', 0],
        ['hcc.danang.gov.vn', 'live', 0],
        ['hoian.danang.gov.vn', 'silent', 0],
        ['snv.danang.gov.vn', 'absent', 0],
        ['tamky.danang.gov.vn', 'absent', 7],
      ],
    );
    assert.deepEqual(
      kiosks.map(({ kiosk, presence, uptime, expectedBeats, lastFailure }) => ({
        ...{ kiosk, presence, expectedBeats, lastFailure },
        percent: Math.round(100 * uptime!),
      })),
      [
        { kiosk: 'sanh-1', presence: 'live', expectedBeats: 22 * 96, lastFailure: null, percent: 100 },
        { kiosk: 'sanh-2', presence: 'silent', expectedBeats: 22 * 96, lastFailure: 'offline', percent: 45 },
      ],
    );
    assert.deepEqual(elsewhere.tests, { started: 15, finished: 15, verified: 15, counted: 15, voted: 15 });
    assert.deepEqual(
      versions.map(({ version }) => version),
      ['0.1.0'],
    );
  });

  it('tells how far visits and tests came, and why no further', async () => {
    const { funnel } = await reportIn();
    assert.deepEqual(
      funnel.visits.map(({ step, count, lost }) => [step, count, lost]),
      [
        ['shown', 19_624, 19_439],
        ['consented', 185, 25],
        ['started', 160, 23],
        ['finished', 137, 0],
      ],
    );
    assert.deepEqual(funnel.visits[0]!.reasons, [
      { reason: 'not-pressed', count: 19_180 },
      { reason: 'engine-blocked', count: 212 },
      { reason: 'declined', count: 47 },
    ]);
    // 74 + 18 + 21 + 5 + 9 + 2 + 6 + 7 + 8 results of people, and 163 tickets.
    assert.deepEqual(
      funnel.tests.map(({ step, count, reasons }) => [step, count, ...reasons]),
      [
        ['started', 163, { reason: 'not-received', count: 13 }],
        ['finished', 150, { reason: 'receipt-missing', count: 9 }, { reason: 'replay-differs', count: 2 }],
        ['verified', 139, { reason: 'partial', count: 6 }, { reason: 'no-province', count: 5 }],
        ['counted', 128, { reason: 'same-source', count: 31 }],
        ['voted', 97],
      ],
    );
    assert.equal(
      funnel.tests[4]!.count,
      (await reportIn()).contexts.reduce((sum, { votes }) => sum + votes, 0),
    );
  });

  it('is of the running month without a word, and then tells up to today', async () => {
    const report = await reportIn(app, '');
    assert.deepEqual([report.month, report.countedTo, report.isRunning], ['2026-11', '2026-11-22', true]);
    assert.equal(report.samples.all.votes, 0);
    assert.equal(report.samples.all.verdict.needs, 100);
    assert.deepEqual(new Set(report.sites.map(({ presence }) => presence)), new Set(['absent']));
    assert.deepEqual([(await reportIn()).countedTo, (await reportIn()).isRunning], ['2026-10-31', false]);
    assert.deepEqual(new Set(report.kiosks.map(({ presence }) => presence)), new Set(['absent']), 'known from October');
  });

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
    assert.equal(html.match(/<th scope="row">/g)!.length, 34);
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

describe('the running month', () => {
  it('expects of a kiosk the working days that are over since it came', async () => {
    const { store, parts } = await createBench();
    const beat = async (at: string) =>
      store.beat(
        {
          ...{ site: 'hcc.danang.gov.vn', kiosk: 'moi', at },
          heartbeat: { version: '0.1.0', lastFailure: null, results: 0, uptimeS: 0 },
        },
        500,
      );
    // Came on Wednesday 18th; START is Sunday 22nd: Thursday and Friday are expected.
    await beat('2026-11-18T08:00:00.000Z');
    for (let i = 0; i < 48; i++)
      await beat(new Date(Date.parse('2026-11-19T01:00:00.000Z') + i * 300_000).toISOString());
    for (let i = 0; i < 200; i++)
      await beat(new Date(Date.parse('2026-11-20T01:00:00.000Z') + i * 300_000).toISOString());
    assert.equal(new Date(START).getUTCDay(), 0);
    const [kiosk] = (await reportIn(createApp({ ...parts, sites }), '')).kiosks;
    assert.deepEqual(
      [kiosk!.presence, kiosk!.beats, kiosk!.expectedBeats, kiosk!.uptime],
      ['live', 48 + 96, 2 * 96, 0.75],
    );
  });
});
