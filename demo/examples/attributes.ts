import { phoneAddress } from '../../src/element/later/phone-address.ts';
import { qrPath } from '../../src/element/later/qr-code.ts';
import { BLOCKED, holding } from '../scenes/plays.ts';
import type { Step } from '../scenes/scene.ts';
import { type Example, isSeen, type Seen, tag } from './example.ts';

const START: readonly Step[] = [{ do: 'start' }];
const KIOSK = 'layout="kiosk" site="danang-hall" province="48"';

type Entry = Omit<Example, 'kind'>;

const read = ({ find }: Seen, selector: string): string => find(selector)?.textContent.trim() ?? '';

const askedFor = ({ asked }: Seen, name: string): unknown =>
  (asked.find(({ path }) => path === '/v1/tests')?.body as Record<string, unknown> | undefined)?.[name];

const ENTRIES: readonly Entry[] = [
  {
    n: 1,
    of: 'collector',
    title: { vi: 'Nói máy chủ thu thập ở đâu', en: 'Says where the collector is' },
    source: tag(),
    proves: ({ find }) => isSeen(find('[part~=start]')),
  },
  {
    n: 2,
    of: 'site',
    title: { vi: 'Nói trang nào nhúng phép đo', en: 'Says which site embeds the test' },
    source: tag('site="danang-portal"'),
    steps: START,
    proves: (seen) => askedFor(seen, 'site') === 'danang-portal',
  },
  {
    n: 3,
    of: 'province',
    title: { vi: 'Tính kết quả cho một tỉnh, thành phố', en: 'Counts results for a province' },
    source: tag('province="48"'),
    proves: (seen) => read(seen, '[part~=choices]').includes('Đà Nẵng'),
  },
  {
    n: 4,
    of: 'layout',
    title: { vi: 'Đo ngay trong banner', en: 'Measures inside a banner' },
    source: tag('province="48" layout="banner"'),
    proves: ({ find }) => isSeen(find('[part~=strip][data-state=idle]')),
  },
  {
    n: 5,
    of: 'size',
    title: { vi: 'Banner đúng kích thước ô quảng cáo', en: 'A banner as large as its slot' },
    source: tag('province="48" layout="banner" size="300x250"'),
    proves: ({ element, find }) => isSeen(find('[part~=strip]')) && element.getBoundingClientRect().width === 300,
  },
  {
    n: 6,
    of: 'locale',
    title: { vi: 'Nói tiếng Anh trên trang tiếng Việt', en: 'Speaks English on any page' },
    source: tag('locale="en"'),
    proves: (seen) => read(seen, '[part~=start]') === 'Start test',
  },
  {
    n: 7,
    of: 'strings',
    title: { vi: 'Nói một ngôn ngữ thứ ba', en: 'Speaks a third language' },
    source: tag('locale="fr" strings="./fr.json"'),
    proves: (seen) => read(seen, '[part~=start]') === 'Mesurer',
  },
  {
    n: 8,
    of: 'plan',
    title: { vi: 'Đo tiết kiệm dữ liệu', en: 'Measures with less data' },
    source: tag('plan="saver"'),
    steps: START,
    proves: (seen) => askedFor(seen, 'plan') === 'saver',
  },
  {
    n: 9,
    of: 'worker-src',
    title: { vi: 'Lấy bộ đo từ máy chủ của trang', en: 'Takes the engine from the page’s own server' },
    source: tag('worker-src="/dist/engine-worker.js"'),
    proves: () => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/dist/engine-worker.js')),
  },
  {
    n: 10,
    of: 'submit',
    title: { vi: 'Không gửi kết quả đi đâu', en: 'Keeps results in the page' },
    source: tag('submit="off"'),
    steps: START,
    proves: ({ find, asked }) =>
      isSeen(find('[part~=delivery][data-kind=private]')) && !asked.some(({ path }) => path === '/v1/results'),
  },
  {
    n: 11,
    of: 'kiosk',
    title: { vi: 'Kiosk báo rằng nó đang chạy', en: 'A kiosk that says that it is there' },
    source: tag(`${KIOSK} kiosk="hall-3"`),
    proves: ({ asked }) => asked.some(({ path }) => path === '/v1/kiosks/danang-hall/hall-3/heartbeat'),
  },
  {
    n: 12,
    of: 'phone-page',
    title: { vi: 'Mã QR của kiosk dẫn tới trang này', en: 'Where a kiosk’s code sends phones' },
    source: tag(`${KIOSK} kiosk="hall-3" phone-page="https://danang.example.vn/do"`),
    proves: ({ find }) =>
      find('.phone path')?.getAttribute('d') ===
      qrPath(phoneAddress({ phonePage: 'https://danang.example.vn/do', site: 'danang-hall', kiosk: 'hall-3' })).path,
  },
  {
    n: 13,
    of: 'idle-seconds',
    title: { vi: 'Hỏi xem còn ai không sau 20 giây', en: 'Asks after 20 seconds whether somebody is there' },
    source: tag(`${KIOSK} idle-seconds="20"`),
    steps: [...START, { do: 'look', for: '[part~=result]' }, { do: 'wait', seconds: 25 }],
    proves: ({ find }) => isSeen(find('[part~=stay]')),
  },
  {
    n: 14,
    of: 'monitor-minutes',
    title: { vi: 'Tự đo mỗi 15 phút khi không có ai', en: 'Measures by itself every 15 minutes while nobody is there' },
    source: tag(`${KIOSK} monitor-minutes="15"`),
    around: { engine: holding('download') },
    steps: [
      { do: 'look', for: '.attract' },
      { do: 'wait', seconds: 1000 },
    ],
    proves: (seen) => askedFor(seen, 'monitor') === true,
  },
  {
    n: 15,
    of: 'debug',
    title: { vi: 'Nói rõ điều gì đang chặn phép đo', en: 'Says what blocks the test on this page' },
    source: tag('debug', '<a href="/banner-cu">Banner cũ</a>'),
    around: { engine: BLOCKED },
    proves: ({ find }) => find('[part~=debug]')?.textContent.includes('frame-src') === true,
  },
  {
    n: 16,
    of: 'commune',
    title: { vi: 'Tính kết quả cho cả một xã, phường', en: 'Counts results for a commune, too' },
    source: tag('province="48" commune="20194"'),
    steps: [...START, { do: 'look', for: '[part~=result]' }],
    proves: ({ asked }) =>
      JSON.stringify(asked.find(({ path }) => path === '/v1/results')?.body ?? null).includes('"commune":"20194"'),
  },
];

export const ATTRIBUTES: readonly Example[] = ENTRIES.map((entry) => ({ ...entry, kind: 'attribute' }));
