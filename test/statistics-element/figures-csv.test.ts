import { expect } from '@open-wc/testing';
import { savedBy } from '../page/saved-by.ts';
import { clearStage, stage } from './stage.ts';

afterEach(clearStage);

const saved = async (attributes: Readonly<Record<string, string>> = {}) => {
  const staged = await stage({ attributes });
  return savedBy(async () => {
    staged.root.querySelector<HTMLButtonElement>('[part=csv]')!.click();
    await staged.element.updateComplete;
  });
};

const cellsOf = (text: string, separator: string) =>
  text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(separator));

describe('the CSV', () => {
  it('opens in Excel with Vietnamese settings: UTF-8 with its mark, semicolons, decimal commas', async () => {
    const file = await saved();
    expect(file.name).to.equal('i-speed-2026-09-fixed.csv');
    const bytes = new Uint8Array(await file.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
    const [header, country, ...provinces] = cellsOf(await file.text(), ';');
    expect(header).to.include.members([
      'Mã tỉnh',
      '"Tỉnh, thành phố"',
      'Số mẫu',
      'Tải xuống: trung vị (Mbit/s)',
      'Độ trễ: 90% (ms)',
      'IPv6 (%)',
    ]);
    expect(country!.slice(1, 5)).to.deep.equal(['Cả nước', 'Tháng 9/2026', 'Cố định', '48000']);
    expect(country![8]).to.equal('150');
    expect(country![9]).to.match(/^148,5\d+$/);
    expect(provinces).to.have.length(34);
    for (const line of provinces) expect(line).to.have.length(header!.length);
  });

  it('keeps the zeros of the codes', async () => {
    const provinces = cellsOf(await (await saved()).text(), ';').slice(2);
    expect(provinces[0]!.slice(0, 2)).to.deep.equal(['"=""01"""', 'Hà Nội']);
  });

  it('has reasons and what is missing instead of figures that may not be published, and says of each row that it is simulated', async () => {
    const provinces = cellsOf(await (await saved()).text(), ';').slice(2);
    const [, ...few] = provinces.find(([, name]) => name === 'Cao Bằng')!;
    expect(few.slice(3, 8)).to.deep.equal(['72', 'Chưa công bố', 'quá ít mẫu (cần thêm 28 mẫu)', '28', '']);
    expect(few.slice(7, -2).join('')).to.equal('');
    for (const line of provinces) expect(line.at(-2)).to.equal('mô phỏng');
  });

  it('is in English as programs read it', async () => {
    const [header, country] = cellsOf(await (await saved({ lang: 'en', period: '2026-Q3' })).text(), ',');
    expect(header).to.include('Download: median (Mbit/s)');
    expect(country!.slice(1, 5)).to.deep.equal(['The whole country', 'Q3 2026', 'Fixed', '144000']);
  });
});
