import { BLOCKED, holding } from '../scenes/plays.ts';
import type { Step } from '../scenes/scene.ts';
import { type Around, type Example, isSeen, tag } from './example.ts';

const press = (...parts: readonly string[]): readonly Step[] => parts.map((part) => ({ do: 'press', part }));
const ASK: readonly Step[] = [{ do: 'ask' }];
const START: readonly Step[] = [{ do: 'start' }];
/** A view that is a part fetched later takes the place of the one before. */
const LOOK = (selector: string): readonly Step[] => [{ do: 'look', for: selector }];

/** A slot is seen where the page has put something into it. */
const slot = (
  n: number,
  of: string,
  title: Example['title'],
  {
    children,
    around,
    steps,
  }: { readonly children: string; readonly around?: Around; readonly steps?: readonly Step[] },
): Example => ({
  n,
  kind: 'slot',
  of,
  title,
  source: tag('', `\n  ${children}\n`),
  ...(around && { around }),
  ...(steps && { steps }),
  proves: ({ element, find }) =>
    isSeen(element.firstElementChild) &&
    (find(of ? `slot[name=${of}]` : 'slot:not([name])') as HTMLSlotElement | null)?.assignedElements().length === 1,
});

export const SLOTS: readonly Example[] = [
  slot(
    40,
    '',
    { vi: 'Banner cũ hiện ra khi không đo được', en: 'The old banner where the test cannot run' },
    { children: '<a href="/banner-cu">Đo tốc độ Internet</a>', around: { engine: BLOCKED } },
  ),
  slot(
    41,
    'logo',
    { vi: 'Biểu trưng ở trên cùng', en: 'A logo on top' },
    { children: '<strong slot="logo">Thành phố Đà Nẵng</strong>' },
  ),
  slot(
    42,
    'title',
    { vi: 'Tiêu đề của trang', en: 'A title of the page’s own' },
    { children: '<span slot="title">Internet nhà bạn nhanh đến đâu?</span>' },
  ),
  slot(
    43,
    'footer',
    { vi: 'Dòng cuối của trang', en: 'A last line of the page’s own' },
    { children: '<p slot="footer">Sở Khoa học và Công nghệ</p>' },
  ),
];

interface Look {
  readonly attributes?: string;
  readonly around?: Around;
  readonly steps?: readonly Step[];
}

const IDLE: Look = { attributes: 'province="48"' };
const METERED: Look = { around: { isMetered: true } };
const ASKING: Look = { steps: ASK };
const RUNNING: Look = { around: { engine: holding('download') }, steps: START };
const FINISHED: Look = { steps: START };
const QUESTIONS: Look = { steps: press('change') };
const HISTORY: Look = { around: { hasPast: true }, steps: press('history') };
const SHARE: Look = { steps: [...START, ...press('share')] };
const ERASING: Look = { around: { hasPast: true }, steps: press('history', 'erase') };
const BANNER: Look = { attributes: 'province="48" layout="banner"' };
const KIOSK = 'layout="kiosk" site="danang-hall" province="48"';
const IDLE_KIOSK: Look = {
  attributes: KIOSK,
  steps: [...START, ...LOOK('[part~=result]'), { do: 'wait', seconds: 50 }],
};
/** Its worker does not start, and the page of the examples lets nothing be framed. */
const BLOCKED_PAGE: Look = { attributes: 'debug', around: { engine: BLOCKED } };
const FAILED: Look = { around: { collector: { tests: 'unreachable' } }, steps: START };

/** Where each part is to be seen, and what it is. */
const PARTS_SEEN: readonly (readonly [n: number, part: string, vi: string, en: string, look: Look])[] = [
  [50, 'card', 'Cả thẻ đo', 'The whole card', IDLE],
  [51, 'title', 'Tiêu đề trước khi đo', 'The heading before the test', IDLE],
  [52, 'start', 'Nút bắt đầu', 'The start button', IDLE],
  [53, 'start-saver', 'Nút đo tiết kiệm', 'The button that starts with less data', METERED],
  [54, 'metered', 'Lời báo mạng tính dung lượng', 'The word on a metered line', METERED],
  [55, 'choices', 'Nơi đo và kiểu kết nối', 'Province and kind of connection', IDLE],
  [56, 'change', 'Nút đổi lựa chọn', 'The button that changes them', IDLE],
  [57, 'consent', 'Lời xin đồng ý', 'The question before the first test', ASKING],
  [58, 'agree', 'Nút đồng ý', 'The button that agrees', ASKING],
  [59, 'agree-saver', 'Nút đồng ý đo tiết kiệm', 'The button that agrees to less data', ASKING],
  [60, 'refuse', 'Nút từ chối', 'The button that does not agree', ASKING],
  [61, 'progress', 'Thanh tiến trình', 'The bar of the whole run', RUNNING],
  [62, 'dial', 'Mặt đồng hồ', 'The dial with its number', RUNNING],
  [63, 'trace', 'Đường tốc độ', 'The curve of rates', RUNNING],
  [64, 'cancel', 'Nút dừng', 'The button that stops a run', RUNNING],
  [65, 'result', 'Kết quả', 'The finished result', FINISHED],
  [66, 'metric', 'Một con số', 'One number with its name', FINISHED],
  [67, 'delivery', 'Kết quả đã gửi hay chưa', 'Whether the result was sent', FINISHED],
  [68, 'again', 'Nút đo lại', 'The button that measures again', FINISHED],
  [69, 'share', 'Nút chia sẻ', 'The button that opens sharing', FINISHED],
  [70, 'history', 'Nút lịch sử', 'The button that opens the history', { around: { hasPast: true } }],
  [
    71,
    'comparison',
    'So với tỉnh và nhà mạng',
    'Beside the medians of province and operator',
    { ...IDLE, around: { collector: { progress: 'published' } }, steps: START },
  ],
  [72, 'panel', 'Bảng phủ lên thẻ', 'A panel over the card', QUESTIONS],
  [73, 'search', 'Ô tìm tỉnh', 'The field that finds a province', QUESTIONS],
  [74, 'done', 'Nút xong', 'The button that closes the questions', QUESTIONS],
  [75, 'back', 'Nút quay lại', 'The button that goes back', HISTORY],
  [76, 'qr', 'Mã QR', 'The code of the result', SHARE],
  [77, 'link', 'Địa chỉ kiểm tra kết quả', 'The address where it is checked', SHARE],
  [78, 'copy', 'Nút sao chép', 'The button that copies it', SHARE],
  [79, 'send', 'Nút gửi qua ứng dụng khác', 'The button of other apps', { ...SHARE, around: { canShare: true } }],
  [80, 'picture', 'Nút lưu ảnh', 'The button that saves a picture', SHARE],
  [81, 'plot', 'Đồ thị lịch sử', 'The curve of past tests', HISTORY],
  [82, 'csv', 'Nút lưu bảng', 'The button that saves them as a table', HISTORY],
  [83, 'erase', 'Nút xóa', 'The button that would delete them', HISTORY],
  [84, 'keep', 'Nút không xóa', 'The button that does not', ERASING],
  [85, 'erase-sure', 'Nút xóa thật', 'The button that does', ERASING],
  [86, 'strip', 'Banner', 'The banner', BANNER],
  [87, 'open', 'Nút mở cả thẻ', 'The banner’s button that opens the card', { ...BANNER, steps: START }],
  [88, 'dialog', 'Thẻ mở trên trang', 'The card over the page', { ...BANNER, steps: ASK }],
  [89, 'kiosk', 'Màn hình kiosk', 'The kiosk’s screen', { attributes: KIOSK }],
  [90, 'stay', 'Nút còn ở đây', 'The button of who is still there', IDLE_KIOSK],
  [91, 'end', 'Nút kết thúc', 'The button that starts over at once', { attributes: KIOSK, steps: START }],
  [92, 'failure', 'Điều gì không ổn', 'What went wrong', FAILED],
  [93, 'retry', 'Nút thử lại', 'The button that tries again', FAILED],
  [94, 'elsewhere', 'Đường tới trang của hệ thống đo', 'The way to the collector’s page', BLOCKED_PAGE],
  [95, 'debug', 'Điều đang chặn phép đo', 'What blocks the test', BLOCKED_PAGE],
];

export const PARTS: readonly Example[] = PARTS_SEEN.map(([n, part, vi, en, { attributes, around, steps }]) => ({
  n,
  kind: 'part',
  of: part,
  title: { vi, en },
  source: [
    '<style>',
    `  i-speed-test::part(${part}) {`,
    '    outline: 3px dashed #d6006c;',
    '    outline-offset: -3px;',
    '  }',
    '</style>',
    tag(attributes),
  ].join('\n'),
  ...(around && { around }),
  ...(steps && { steps }),
  proves: ({ find }) => {
    const found = find(`[part~=${part}]`);
    return isSeen(found) && getComputedStyle(found!).outline.includes('dashed');
  },
}));

type Proof = Example['proves'];

/** Something of the card is of that colour. */
const paints =
  (rgb: string): Proof =>
  ({ all }) =>
    all().some((element) => {
      const { color, backgroundColor, borderTopColor, stroke } = getComputedStyle(element);
      return [color, backgroundColor, borderTopColor, stroke].includes(rgb);
    });

const custom = (
  n: number,
  name: string,
  value: string,
  [vi, en]: readonly [string, string],
  { proves, steps, around }: { readonly proves: Proof; readonly steps?: readonly Step[]; readonly around?: Around },
): Example => ({
  n,
  kind: 'custom property',
  of: `--i-speed-test-${name}`,
  title: { vi, en },
  source: ['<style>', '  i-speed-test {', `    --i-speed-test-${name}: ${value};`, '  }', '</style>', tag()].join('\n'),
  ...(steps && { steps }),
  ...(around && { around }),
  proves,
});

export const CUSTOM_PROPERTIES: readonly Example[] = [
  custom(100, 'accent', '#7a1fa2', ['Màu nhấn', 'The accent'], { proves: paints('rgb(122, 31, 162)') }),
  custom(101, 'on-accent', '#ffe082', ['Chữ trên màu nhấn', 'Text on the accent'], {
    proves: paints('rgb(255, 224, 130)'),
  }),
  custom(102, 'upload', '#a34700', ['Màu của tải lên', 'The colour of upload'], {
    steps: START,
    proves: paints('rgb(163, 71, 0)'),
  }),
  custom(103, 'surface', '#fff8e1', ['Nền', 'The background'], { proves: paints('rgb(255, 248, 225)') }),
  custom(104, 'ink', '#3b0a45', ['Chữ', 'Text'], { proves: paints('rgb(59, 10, 69)') }),
  custom(105, 'soft-ink', '#6d3b00', ['Chữ nhạt hơn', 'Quieter text'], { proves: paints('rgb(109, 59, 0)') }),
  custom(106, 'line', '#e91e63', ['Đường kẻ', 'Hairlines'], { proves: paints('rgb(233, 30, 99)') }),
  custom(107, 'radius', '4px', ['Góc', 'Corners'], {
    proves: ({ find }) => getComputedStyle(find('[part~=card]')!).borderTopLeftRadius === '4px',
  }),
  custom(108, 'font', 'Georgia, serif', ['Phông chữ', 'The font family'], {
    proves: ({ find }) => getComputedStyle(find('h2')!).fontFamily === 'Georgia, serif',
  }),
];
