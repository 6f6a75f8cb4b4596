import { expect } from '@open-wc/testing';
import type { Choices } from '../../src/statistics.ts';
import { area, clearStage, read, rows, stage, WHOLE, until } from './stage.ts';

afterEach(() => {
  clearStage();
  document.documentElement.lang = 'vi';
});

const NOTICE = '.notice:not([data-kind=coming])';

describe('what is shown without a choice', () => {
  it('is the country’s fixed lines in the newest month that is over, by download', async () => {
    const staged = await stage();
    expect(staged.element.choices).to.deep.equal({
      period: null,
      province: null,
      access: 'fixed',
      measure: 'download',
    });
    expect(read(staged, '#place')).to.equal('Cả nước');
    expect(read(staged, '.detail .fine')).to.equal('Tốc độ tải xuống, trung vị, mạng cố định, Tháng 9/2026');
    expect(read(staged, '.headline')).to.match(/^150 Mbit\/s khoảng tin cậy 95%: 14\d – 15\d$/);
    expect([...(await staged.asked())].sort()).to.deep.equal(
      [
        'distribution?period=2026-09&access=fixed',
        'periods?',
        '?from=2025-09&to=2026-09&province=country&access=fixed',
        '?period=2026-09&access=fixed',
      ].sort(),
    );
  });

  it('says how many provinces can be published, and where the figures are from', async () => {
    const staged = await stage();
    expect(read(staged, '.detail')).to.include('29/34 tỉnh, thành phố đủ điều kiện công bố');
    expect(read(staged, '[part=source]')).to.include(
      `Nguồn: ${location.host}. Tháng 9/2026, mạng cố định. 48.000 mẫu, mỗi nguồn đo một mẫu một tháng. Quy tắc hợp lệ phiên bản 2.`,
    );
  });

  it('says so where the data are simulated, and only there', async () => {
    expect(read(await stage(), '.simulated')).to.include('Dữ liệu mô phỏng');
    expect(read(await stage({ will: 'measured' }), '.simulated')).to.equal('(nothing)');
  });
});

describe('a choice', () => {
  const chosenBy = async (act: (root: DocumentFragment | HTMLElement) => void, attributes = {}) => {
    const staged = await stage({ attributes });
    const heard: Choices[] = [];
    staged.element.addEventListener('i-speed-statistics-change', ({ choices }) => heard.push(choices));
    act(staged.root);
    await staged.element.updateComplete;
    return { staged, heard };
  };

  it('of a period is in the attribute and in the event, and asks for that period', async () => {
    const { staged, heard } = await chosenBy((root) => {
      const select = root.querySelector<HTMLSelectElement>('[name=period]')!;
      select.value = '2026-Q3';
      select.dispatchEvent(new Event('change'));
    });
    expect(staged.element.getAttribute('period')).to.equal('2026-Q3');
    expect(heard).to.deep.equal([{ period: '2026-Q3', province: null, access: 'fixed', measure: 'download' }]);
    await until(() => read(staged, '.detail .fine').endsWith('Quý III/2026'));
    expect(await staged.asked()).to.include('?period=2026-Q3&access=fixed');
  });

  it('of a province shows it in full', async () => {
    const { staged, heard } = await chosenBy((root) => area({ root }, '48').dispatchEvent(new MouseEvent('click')));
    expect(heard.map(({ province }) => province)).to.deep.equal(['48']);
    expect(staged.element.getAttribute('province')).to.equal('48');
    expect(read(staged, '#place')).to.equal('Đà Nẵng');
    expect(read(staged, '[role=status]')).to.match(/^Đà Nẵng, mạng cố định, Tháng 9\/2026, Tải xuống: [\d,]+ Mbit\/s$/);
    expect(read(staged, '.detail')).to.match(/hạng \d+–\d+ trong 29 tỉnh, thành phố so được/);
    expect(read(staged, '.paired')).to.include('IPv6 so với IPv4 −6%');
    await until(() => staged.root.querySelectorAll(WHOLE).length === 2);
    expect(staged.root.querySelector('.charts .chart')!.getAttribute('aria-label')).to.match(
      /^Tốc độ tải xuống, trung vị theo tháng, Đà Nẵng, mạng cố định: Tháng 9\/2025: .*; Tháng 9\/2026: .* \(.* – .*\)\.$/,
    );
  });

  it('of mobile lines asks for them; of all lines says why nothing can be published', async () => {
    const { staged } = await chosenBy((root) => root.querySelector<HTMLInputElement>('[value=mobile]')!.click());
    await until(() => read(staged, '.detail .fine').includes('mạng di động'));
    staged.root.querySelector<HTMLInputElement>('[value=all]')!.click();
    await until(() => read(staged, '.detail .verdict').includes('Hãy chọn một loại mạng'));
    expect(await staged.asked()).to.include('?period=2026-09');
    expect(rows(staged).every((row) => row.includes(' | – | '))).to.equal(true);
  }).timeout(20_000);

  it('of latency sorts by the least, and of IPv6 has the share with its interval', async () => {
    const { staged } = await chosenBy((root) => root.querySelector<HTMLInputElement>('[value=latency]')!.click());
    const values = () => rows(staged).map((row) => Number(row.split(' | ')[1]!.replace(',', '.').replace('%', '')));
    const known = values().filter((value) => !Number.isNaN(value));
    expect(known).to.deep.equal([...known].sort((a, b) => a - b));
    staged.root.querySelector<HTMLInputElement>('[value=ipv6]')!.click();
    await staged.element.updateComplete;
    expect(read(staged, '.headline')).to.match(/^52% khoảng tin cậy 95%: 5\d% – 5\d%$/);
    expect(read(staged, 'thead')).not.to.include('10% – 90%');
  });

  it('that the page makes by attribute is shown as well, and tells no event', async () => {
    const staged = await stage();
    let told = 0;
    staged.element.addEventListener('i-speed-statistics-change', () => told++);
    staged.element.setAttribute('province', '04');
    await staged.element.updateComplete;
    expect(read(staged, '#place')).to.equal('Cao Bằng');
    expect(told).to.equal(0);
    expect(read(staged, '[role=status]')).to.equal('');
  });

  it('that is none counts as left out', async () => {
    const staged = await stage({
      attributes: { period: 'soon', province: '99', access: 'carrier-pigeon', measure: 'joy' },
    });
    expect(read(staged, '.detail .fine')).to.equal('Tốc độ tải xuống, trung vị, mạng cố định, Tháng 9/2026');
    expect(read(staged, '#place')).to.equal('Cả nước');
  });
});

describe('what may not be published', () => {
  it('has no figure anywhere, but its reason, its count and what it lacks', async () => {
    const staged = await stage({ attributes: { province: '04' }, shows: '.charts' });
    expect(read(staged, '.detail .verdict')).to.equal('Chưa công bố Số đo ở đây chưa đủ chắc chắn để công bố:');
    expect(read(staged, '.reasons')).to.equal('quá ít mẫu (cần thêm 28 mẫu)');
    expect(read(staged, '.progress')).to.equal('72 / 100 mẫu');
    expect(staged.root.querySelector('.headline')).to.equal(null);
    expect(read(staged, '.figures')).not.to.match(/\d Mbit/);
    expect(rows(staged).find((row) => row.startsWith('Cao Bằng'))).to.equal(
      'Cao Bằng | – | – | – | 72 | – | – | Chưa công bố quá ít mẫu (cần thêm 28 mẫu)',
    );
    await until(() => read(staged, '.charts').includes('Cần ít nhất hai tháng có thể công bố.'));
  });

  it('because it could tell of single lines is not even asked for its reasons', async () => {
    const staged = await stage({ attributes: { province: '12' }, shows: '.charts' });
    expect(read(staged, '.detail .verdict')).to.include('Dưới 10 mẫu');
    expect(staged.root.querySelector('.reasons')).to.equal(null);
  });
});

describe('when it does not go well', () => {
  it('says that it loads, and shows what comes', async () => {
    const staged = await stage({ will: 'silent', shows: '.notice' });
    expect(read(staged, '.notice')).to.equal('Đang tải số liệu…');
    await staged.behave('measured');
    await until(() => staged.root.querySelector('.charts .chart') !== null);
  });

  for (const will of ['dropped', 'failing', 'hotel'] as const)
    it(`says what is wrong and tries again by a button: ${will}`, async () => {
      const staged = await stage({ will, shows: NOTICE });
      expect(read(staged, '[role=alert] p')).to.include('Không tải được số liệu.');
      await staged.behave('measured');
      staged.root.querySelector<HTMLButtonElement>('[part=retry]')!.click();
      await until(() => staged.root.querySelector('.charts .chart') !== null);
    });

  it('says so where there are no figures yet', async () => {
    expect(read(await stage({ will: 'nothing', shows: NOTICE }), '.notice')).to.include('Chưa có số liệu.');
  });

  it('says so where the page names no collector', async () => {
    const staged = await stage({ attributes: { collector: '' }, shows: NOTICE });
    expect(read(staged, '.notice')).to.include('thuộc tính collector');
  });

  it('keeps the old picture while another comes, named as what it is', async () => {
    const staged = await stage();
    await staged.behave('silent');
    staged.element.period = '2026-08';
    await staged.element.updateComplete;
    expect(staged.root.querySelector('.body')!.getAttribute('aria-busy')).to.equal('true');
    expect(read(staged, '.detail .fine')).to.include('Tháng 9/2026');
    await staged.behave('measured');
    await until(() => read(staged, '.detail .fine').includes('Tháng 8/2026'));
    expect(staged.root.querySelector('.body')!.getAttribute('aria-busy')).to.equal('false');
  });

  it('says nothing on the console', async () => {
    const said: unknown[] = [];
    const names = ['log', 'info', 'warn', 'error'] as const;
    const before = { ...console };
    for (const name of names) console[name] = (...words: unknown[]) => void said.push(words);
    try {
      await stage({ will: 'hotel', shows: NOTICE });
      await stage({ attributes: { collector: 'nowhere' }, shows: NOTICE });
      await stage();
    } finally {
      Object.assign(console, before);
    }
    expect(said).to.deep.equal([]);
  }).timeout(20_000);
});

describe('the language', () => {
  it('is the element’s own, else that of the page, and changes with it', async () => {
    const staged = await stage({ attributes: { lang: 'en' } });
    expect(read(staged, 'h2')).to.equal('Internet quality in Vietnam');
    expect(area(staged, '48').getAttribute('aria-label')).to.match(
      /^Da Nang: [\d.]+\sMbit\/s, 95% confidence interval/,
    );
    staged.element.removeAttribute('lang');
    document.documentElement.lang = 'vi';
    await until(() => read(staged, 'h2') === 'Chất lượng Internet Việt Nam');
    document.documentElement.lang = 'en-GB';
    await until(() => read(staged, 'h2') === 'Internet quality in Vietnam');
  });
});

describe('a careful page', () => {
  it('finds no inline style and no style element in it', async () => {
    const { root } = await stage();
    expect(root.querySelectorAll('[style], style')).to.have.length(0);
  });

  it('puts its own title and footer in', async () => {
    const { element } = await stage({ children: '<h1 slot="title">Đà Nẵng</h1><p slot="footer">Dữ liệu mở</p>' });
    for (const child of element.children) expect(child.checkVisibility()).to.equal(true);
  });
});
