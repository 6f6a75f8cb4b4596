import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ISpeedTestElement } from '../../src/define.ts';
import type { PastTest } from '../../src/element/history-log.ts';
import { text as en } from '../../src/element/later/en.ts';
import { historyCsv } from '../../src/element/later/history-csv.ts';
import { plotPaths, topOfScale } from '../../src/element/later/history-plot.ts';
import { vi as viCore } from '../../src/element/locales/vi.ts';
import { viMore } from '../../src/element/locales/vi-more.ts';
import { appears, mount, press, read, runThrough, shown } from './harness.ts';
import { savedBy } from '../page/saved-by.ts';

const vi = { ...viCore, ...viMore };
const KEY = 'i-speed-test-history';

const aTest = (change: Partial<PastTest> = {}): PastTest => ({
  testId: '01990000-0000-7000-8000-000000000001',
  at: '2026-11-01T08:00:00.000Z',
  download: 187.4e6,
  upload: 94.21e6,
  latencyMs: 6.24,
  operator: 'VNPT',
  point: 'da-nang',
  ...change,
});

/** Fifteen days, each a little faster. */
const DAYS = Array.from({ length: 15 }, (_, i) =>
  aTest({ at: `2026-10-${i + 10}T08:00:00.000Z`, download: (i + 1) * 10e6, upload: i === 3 ? null : 5e6 }),
);

const openedHistory = async (
  tests: readonly PastTest[],
  attributes: Readonly<Record<string, string>> = {},
): Promise<ISpeedTestElement> => {
  localStorage.setItem(KEY, JSON.stringify(tests));
  const element = await mount({ attributes });
  await press(element, '[part=history]');
  await appears(element, '[part=panel] h2');
  return element;
};

const rows = (element: ISpeedTestElement): string[] =>
  [...element.renderRoot.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim()).join(' | '),
  );

beforeEach(() => localStorage.clear());
afterEach(() => localStorage.clear());

describe('the history', () => {
  it('lists the tests of this device, newest first', async () => {
    const element = await openedHistory(DAYS);
    const list = rows(element);
    expect(list).to.have.length(15);
    expect(list[0]).to.match(/24\/10\/2026 \| 150 \| 5,00 \| 6,2 \| VNPT$/);
    expect(list.at(-1)).to.match(/10\/10\/2026 \| 10,0 \| 5,00 \| 6,2 \| VNPT$/);
    expect(list[11]).to.include('| – |');
    expect(read(element, '[part=panel]')).to.include('Chỉ lưu trong trình duyệt này, không gửi đi đâu.');
  });

  it('has the test that was just made', async () => {
    const element = await mount({ attributes: { locale: 'en' } });
    await runThrough(element);
    await press(element, '[part=history]');
    await appears(element, '[part=panel] h2');
    expect(rows(element)).to.have.length(1);
    expect(rows(element)[0]).to.match(/^Nov 1, 2026, .* \| 187 \| 94\.2 \| 6\.2 \| VNPT$/);
    expect(shown(element, '[part=plot]') === null, 'one test is no curve').to.equal(true);
  });

  it('leaves out what has no instant, whoever wrote it', async () => {
    const element = await openedHistory([aTest(), aTest({ at: 'yesterday' })]);
    expect(rows(element)).to.have.length(1);
  });

  it('draws both rates, and says in words what is drawn', async () => {
    const element = await openedHistory(DAYS);
    const svg = shown(element, '[part=plot] svg')!;
    expect(svg.getAttribute('aria-label')).to.equal(
      'Tốc độ tải xuống và tải lên của các lượt đo, từ cũ đến mới. Tải xuống từ 10,0 Mbit/s đến 150 Mbit/s. Tải lên từ 5,00 Mbit/s đến 5,00 Mbit/s',
    );
    expect(element.renderRoot.querySelectorAll('[part=plot] path.line')).to.have.length(2);
    expect([...shown(element, '.scale')!.children].map((mark) => mark.textContent)).to.deep.equal(['200', '100', '0']);
  });

  it('scrolls in itself, also by the keyboard', async () => {
    const element = await openedHistory(DAYS);
    const box = shown(element, '.tests')!;
    expect(box.getBoundingClientRect().height).to.be.at.most(21 * 16 + 2);
    expect(box.scrollHeight).to.be.greaterThan(box.clientHeight);
    expect(box.tabIndex).to.equal(0);
  });

  it('fits into 280 px', async () => {
    const element = await openedHistory(DAYS);
    element.style.width = '280px';
    await new Promise(requestAnimationFrame);
    for (const selector of ['[part=panel]', '.tests'])
      expect(shown(element, selector)!.scrollWidth, selector).to.be.at.most(shown(element, selector)!.clientWidth);
    for (const cell of element.renderRoot.querySelectorAll('tbody td'))
      expect(cell.scrollWidth).to.be.at.most(cell.clientWidth + 1);
    expect(rows(element)[0]).to.include('VNPT');
    expect(shown(element, 'tbody .operator')!.getBoundingClientRect().height).to.be.greaterThan(0);
  });

  it('writes no style into the page', async () => {
    const element = await openedHistory(DAYS);
    expect(element.renderRoot.querySelectorAll('[style]')).to.have.length(0);
  });

  it('leads back', async () => {
    const element = await openedHistory(DAYS);
    await press(element, '[part=back]');
    await appears(element, '[part=start]');
  });
});

describe('deleting the history', () => {
  it('asks first, and a key that is held down deletes nothing', async () => {
    const element = await openedHistory(DAYS);
    await press(element, '[part=erase]');
    await appears(element, '[part=erase-sure]');
    expect(read(element, '.sure')).to.include('Xóa hẳn 15 lượt đo?');
    await waitUntil(() => element.shadowRoot?.activeElement?.getAttribute('part') === 'keep');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => !shown(element, '[part=erase-sure]'));
    expect(rows(element)).to.have.length(15);
    await waitUntil(() => element.shadowRoot?.activeElement?.getAttribute('part') === 'erase');
  });

  it('leaves nothing after the second press, and says so', async () => {
    const element = await openedHistory(DAYS);
    await press(element, '[part=erase]');
    await appears(element, '[part=erase-sure]');
    await press(element, '[part=erase-sure]');
    await waitUntil(() => read(element, '[part=panel] [role=status]') === 'Đã xóa lịch sử.');
    expect(localStorage.getItem(KEY)).to.equal(null);
    expect(read(element, '[part=panel]')).to.include('Chưa có lượt đo nào được lưu.');
    for (const absent of ['table', '[part=csv]', '[part=erase]', '[part=plot]'])
      expect(shown(element, absent) === null, absent).to.equal(true);
    await waitUntil(() => element.shadowRoot?.activeElement?.localName === 'h2');
    await press(element, '[part=back]');
    await appears(element, '[part=start]');
    expect(shown(element, '[part=history]') === null).to.equal(true);
  });
});

describe('the history as CSV', () => {
  it('is saved as a file that a spreadsheet opens', async () => {
    const element = await openedHistory(DAYS);
    const file = await savedBy(() => press(element, '[part=csv]'));
    expect(file.name).to.match(/^i-speed-test-\d{8}-\d{4}\.csv$/);
    const bytes = new Uint8Array(await file.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
    expect((await file.text()).trimEnd().split('\r\n')).to.have.length(16);
  });

  it('has units in the header, numbers with a dot, instants in ISO 8601 and nothing where nothing was measured', () => {
    const none = aTest({ upload: null, latencyMs: null, operator: null, point: null });
    expect(historyCsv([aTest(), none], vi)).to.equal(
      '\ufeffThời điểm,Tải xuống (Mbit/s),Tải lên (Mbit/s),Độ trễ (ms),Nhà mạng,Điểm đo,Mã lượt đo\r\n' +
        '2026-11-01T08:00:00.000Z,187.4,94.21,6.24,VNPT,da-nang,01990000-0000-7000-8000-000000000001\r\n' +
        '2026-11-01T08:00:00.000Z,187.4,,,,,01990000-0000-7000-8000-000000000001\r\n',
    );
    expect(historyCsv([], en)).to.equal(
      '\ufeffWhen,Download (Mbit/s),Upload (Mbit/s),Latency (ms),Operator,Measurement point,Test ID\r\n',
    );
  });

  it('quotes commas, quotes and line breaks', () => {
    expect(historyCsv([aTest({ operator: 'A, "B"\r\nC' })], vi)).to.include(',"A, ""B""\r\nC",');
  });

  it('runs in no spreadsheet', () => {
    for (const formula of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])
      expect(historyCsv([aTest({ operator: formula })], vi)).to.include(`,'${formula},`);
    expect(historyCsv([aTest({ operator: '=HYPERLINK("x","y")' })], vi)).to.include(`,"'=HYPERLINK(""x"",""y"")",`);
  });
});

describe('the curve', () => {
  it('ends at a round number whose half is a whole one', () => {
    expect([0, 0.3, 2, 2.1, 7, 11, 99, 262, 1000, 9400].map(topOfScale)).to.deep.equal([
      2, 2, 2, 4, 8, 20, 100, 300, 1000, 10000,
    ]);
  });

  it('begins at 0 and has gaps where nothing was measured', () => {
    expect(plotPaths([0, 100e6, null, 50e6], 100)).to.deep.equal({
      line: 'M0.00 40.00L33.33 0.00M100.00 20.00',
      dots: 'M0.00 40.00h0M33.33 0.00h0M100.00 20.00h0',
    });
  });

  it('has no dots where they would touch, except for tests that stand alone', () => {
    const many: (number | null)[] = Array.from({ length: 60 }, () => 1e6);
    expect(plotPaths(many, 2).dots).to.equal('');
    expect(plotPaths([...many, null, 1e6], 2).dots).to.equal('M100.00 20.00h0');
  });
});
