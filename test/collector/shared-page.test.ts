import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createApp } from '../../src/collector/app.ts';
import type { ResultEntry } from '../../src/collector/result-store.ts';
import { COLLECTOR_PATHS, evidencePath, sharedPath } from '../../src/protocol/endpoints.ts';
import type { Submission } from '../../src/protocol/submission.ts';
import { createBench } from './bench.ts';
import { entryWith } from './entries.ts';
import { honestRun, type Run } from './honest-run.ts';

const bench = await createBench();
const NONE = '0199a000-0000-7000-8000-000000000000';

const submitted = async (run: Run = {}, change: Partial<Submission> = {}): Promise<string> => {
  const grant = await bench.openTest({ site: 'hanoi.gov.vn' });
  await bench.post(COLLECTOR_PATHS.results, { ...(await honestRun(grant, bench.hanoi, run)), ...change });
  return grant.testId;
};
const open = async (testId: string, query = '', headers: Record<string, string> = {}) => {
  const answer = await bench.app.request(sharedPath(testId) + query, { headers });
  return { answer, html: await answer.text() };
};
/** The page as somebody reads it: without its tags, one space between words. */
const read = (html: string): string =>
  html
    .replace(/<head>[^]*<\/head>|<[^>]+>/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/ ([.,])/g, '$1');
const metaOf = (html: string, name: string) =>
  new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1];
/** The page of an entry as the store would have it. */
const openEntry = async (entry: ResultEntry, query = ''): Promise<string> => {
  const app = createApp({ ...bench.parts, store: { ...bench.store, find: () => Promise.resolve(entry) } });
  const answer = await app.request(sharedPath(entry.result.testId) + query);
  assert.equal(answer.status, 200);
  return answer.text();
};

describe('GET /r/{testId}', () => {
  it('shows people the numbers, how they came about, and that the point bears them out', async () => {
    const { answer, html } = await open(await submitted({ province: '48' }, { access: 'wifi' }));
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'text/html; charset=UTF-8');
    assert.match(html, /^<!doctype html>\s*<html lang="vi">/);
    const text = read(html);
    for (const phrase of [
      /10:04 ngày 22\/11\/2026 · Đà Nẵng/,
      /Tải xuống 100 Mbit\/s sai số ± 0,1%/,
      /Tải lên 20,0 Mbit\/s/,
      /Khi rảnh 20 ms Tải xuống 31 ms Tải lên 31 ms/,
      /Được điểm đo xác nhận Chữ ký của điểm đo còn nguyên vẹn, .* ra đúng từng con số/,
      /Kiểm tra lại lúc 10:04 ngày 22\/11\/2026/,
      /Nhà mạng Viettel/,
      /Kết nối Wi-Fi/,
      /IPv6 hoạt động/,
      /Điểm đo Point hanoi \(tại trạm trung chuyển\)/,
    ])
      assert.match(text, phrase);
  });

  it('is in English where the address or the browser asks for it, and leads to the other language', async () => {
    const testId = await submitted({ province: '48' });
    for (const [query, headers] of [
      ['?lang=en', {}],
      ['', { 'accept-language': 'en-US,en;q=0.9' }],
    ] as const) {
      const { html } = await open(testId, query, headers);
      assert.match(html, /<html lang="en">/);
      assert.match(html, /<a href="\?lang=vi" hreflang="vi" lang="vi"\s*>Tiếng Việt/);
      assert.match(read(html), /22 Nov 2026, 10:04 \(UTC\+7\) · Da Nang .* Upload 20\.0 Mbit\/s .* Confirmed by the/);
    }
    assert.match((await open(testId)).html, /<a href="\?lang=en" hreflang="en" lang="en"\s*>English/);
  });

  it('makes a message that carries its address show the numbers', async () => {
    const { html } = await open(await submitted({ province: '48' }));
    assert.equal(metaOf(html, 'og:title'), 'Tải xuống 100, tải lên 20,0 Mbit/s');
    assert.equal(
      metaOf(html, 'og:description'),
      'Đà Nẵng · Viettel · Độ trễ 20 ms · 22/11/2026 · Được điểm đo xác nhận',
    );
    assert.equal(metaOf(html, 'og:locale'), 'vi_VN');
  });

  it('leads to the evidence, so that anyone can check by themselves', async () => {
    const testId = await submitted();
    const { html } = await open(testId);
    const href = /<a href="([^"]*evidence)"/.exec(html)![1]!;
    assert.equal(new URL(href, `https://c.test${sharedPath(testId)}`).pathname, evidencePath(testId));
  });

  it('says why nobody confirms the numbers of a test without a receipt', async () => {
    const { html } = await open(await submitted({ claims: null, province: null }));
    assert.match(read(html), /Chưa được điểm đo xác nhận Điểm đo không ký vào lần đo này/);
    assert.equal(metaOf(html, 'og:description'), 'Độ trễ 20 ms · 22/11/2026 · Chưa được điểm đo xác nhận');
  });

  it('says of a simulated result that nobody measured it, before its numbers', async () => {
    const simulated = await createBench();
    const entry = entryWith();
    await simulated.store.fillSimulated({ told: 'for a test', entries: [entry] });
    const page = async (query: string) =>
      read(await (await simulated.app.request(sharedPath(entry.result.testId) + query)).text());
    assert.match(await page(''), /Dữ liệu mô phỏng: không ai đo kết quả này\. .*Tải xuống 100 Mbit\/s/);
    assert.match(await page('?lang=en'), /Simulated data: nobody measured this result\. .*Download 100 Mbit\/s/);
    assert.doesNotMatch(read((await open(await submitted())).html), /mô phỏng/);
  });

  it('says what was not measured, and what may have bent the numbers', async () => {
    const entry = entryWith({
      outcome: 'partial',
      upload: null,
      flags: ['tab-hidden', 'late'],
      operator: null,
      ipv6: { ability: 'timeout', connectMs4: null, connectMs6: null, preferred: null },
      point: { id: 'unknown', scope: 'overseas' },
      province: null,
    });
    const html = await openEntry(entry, '?lang=en');
    const text = read(html);
    for (const phrase of [
      /The test was interrupted/,
      /Upload not measured/,
      /Idle not measured/,
      /IPv6 not available/,
      /Measurement point unknown \(overseas\)/,
      /Please note The page was hidden while it measured/,
    ])
      assert.match(text, phrase);
    assert.doesNotMatch(text, /Operator|Province/);
    assert.match(metaOf(html, 'og:title')!, /up$/);
  });

  it('shows a result from before recordings, kiosks and access were kept', async () => {
    const entry = (await bench.store.find(await submitted()))!;
    const { context, kiosk, access, ...older } = entry.result;
    assert.deepEqual([context, kiosk, access], ['citizen', null, null]);
    const html = await openEntry({ ...entry, result: older as typeof entry.result, recording: null });
    assert.match(read(html), /Chưa được điểm đo xác nhận Chữ ký của điểm đo còn nguyên vẹn, nhưng không còn bản ghi/);
  });

  it('takes the capitals of a short QR code for the same id', async () => {
    assert.equal((await open((await submitted()).toUpperCase())).answer.status, 200);
  });

  it('is a friendly page for an id that nobody knows, and for what is none', async () => {
    for (const id of [NONE, 'nonsense', '%00', "'; drop table results; --", '<script>', 'x'.repeat(3000)]) {
      const { answer, html } = await open(encodeURIComponent(id));
      assert.equal(answer.status, 404);
      assert.match(read(html), /Không tìm thấy kết quả này/);
      assert.match(answer.headers.get('content-type')!, /^text\/html/);
    }
    assert.match(read((await open(NONE, '?lang=en')).html), /There is no such result/);
  });

  it('is asked for again each time, indexed by nobody, and read by every origin like all other answers', async () => {
    for (const testId of [await submitted(), NONE]) {
      const { headers } = (await open(testId, '', { origin: 'https://portal.test' })).answer;
      for (const [name, value] of [
        ['cache-control', 'no-cache'],
        ['x-robots-tag', 'noindex'],
        ['referrer-policy', 'no-referrer'],
        ['x-content-type-options', 'nosniff'],
        ['vary', 'Accept-Language'],
        ['access-control-allow-origin', '*'],
      ] as const)
        assert.equal(headers.get(name), value);
    }
  });
});
