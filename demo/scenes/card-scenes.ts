import { PROVINCE } from './collector-in-page.ts';
import { failureScenes } from './failure-scenes.ts';
import { BLOCKED, NO_IPV6, PARTIAL, WEAK } from './plays.ts';
import { runningScenes } from './running-scenes.ts';
import { type Entry, OLD_BANNER, type Step } from './scene.ts';

const START: readonly Step[] = [{ do: 'start' }];
const ASK: readonly Step[] = [{ do: 'ask' }];
const thenPress = (...parts: readonly string[]): readonly Step[] => [
  ...START,
  ...parts.map((part): Step => ({ do: 'press', part })),
];
const IN_DA_NANG = { province: PROVINCE };

const HISTORY: readonly Step[] = [{ do: 'press', part: 'history' }];

const IDLE = '.idle';
const CONSENT = '[part~=consent]';
/** What the numbers mean is painted after them. */
const RESULT = '[part~=result] .details';
const delivered = (kind: string) => `[part~=delivery][data-kind=${kind}]`;
const FAILURE = '.failed[part~=failure]';
const PANEL = '[part~=panel]';

export const CARD_SCENES: readonly Entry[] = [
  { n: 1, name: { vi: 'Trước khi đo', en: 'Idle' }, shows: IDLE },
  { n: 2, name: { vi: 'Trước khi đo, có tỉnh', en: 'Idle, with a province' }, attributes: IN_DA_NANG, shows: IDLE },
  { n: 3, name: { vi: 'Trước khi đo, có lịch sử', en: 'Idle, with a history' }, hasPast: true, shows: IDLE },
  {
    n: 4,
    name: { vi: 'Trước khi đo, mạng tính dung lượng', en: 'Idle, metered' },
    isMetered: true,
    shows: '.idle [part~=metered]',
  },
  {
    n: 5,
    name: { vi: 'Trước khi đo, trang đã chọn mức tiết kiệm', en: 'Idle, metered, saver plan of the page' },
    attributes: { ...IN_DA_NANG, plan: 'saver' },
    isMetered: true,
    shows: '.idle [part~=metered]',
  },
  {
    n: 6,
    name: { vi: 'Trước khi đo, có logo và chân trang', en: 'Idle, with slots' },
    children: `<b slot="logo">LOGO</b><span slot="title">Internet nhà bạn</span><p slot="footer">Trung tâm Internet</p>`,
    shows: IDLE,
  },
  { n: 10, name: { vi: 'Xin đồng ý', en: 'Asking' }, steps: ASK, shows: CONSENT },
  {
    n: 11,
    name: { vi: 'Xin đồng ý, mạng tính dung lượng', en: 'Asking, metered' },
    attributes: IN_DA_NANG,
    isMetered: true,
    steps: ASK,
    shows: `${CONSENT} [part~=metered]`,
  },
  ...runningScenes(12, '.running'),
  { n: 20, name: { vi: 'Kết quả: đường truyền tốt', en: 'Finished: good line' }, steps: START, shows: RESULT },
  {
    n: 21,
    name: { vi: 'Kết quả: so với tỉnh và nhà mạng', en: 'Finished: compared with province and operator' },
    attributes: IN_DA_NANG,
    collector: { progress: 'published' },
    steps: START,
    shows: '[part~=comparison]',
  },
  {
    n: 22,
    name: { vi: 'Kết quả: tỉnh chưa đủ mẫu', en: 'Finished: too few samples to compare' },
    attributes: IN_DA_NANG,
    steps: START,
    shows: RESULT,
  },
  {
    n: 23,
    name: { vi: 'Kết quả: đường truyền yếu, có lưu ý', en: 'Finished: weak line with notes' },
    engine: WEAK,
    attributes: IN_DA_NANG,
    collector: { progress: 'published' },
    steps: START,
    shows: '[part~=comparison]',
  },
  { n: 24, name: { vi: 'Kết quả: dở dang', en: 'Finished: partial' }, engine: PARTIAL, steps: START, shows: RESULT },
  {
    n: 25,
    name: { vi: 'Kết quả: không có IPv6', en: 'Finished: no IPv6' },
    engine: NO_IPV6,
    steps: START,
    shows: RESULT,
  },
  {
    n: 26,
    name: { vi: 'Kết quả: đang gửi', en: 'Finished: sending' },
    collector: { results: 'silent' },
    steps: START,
    shows: delivered('sending'),
  },
  {
    n: 27,
    name: { vi: 'Kết quả: giữ lại, chưa gửi được', en: 'Finished: kept' },
    collector: { results: 'unreachable' },
    steps: START,
    shows: delivered('kept'),
  },
  {
    n: 28,
    name: { vi: 'Kết quả: không khớp với điểm đo', en: 'Finished: disagrees' },
    collector: { results: 'disagrees' },
    steps: START,
    shows: delivered('accepted'),
  },
  {
    n: 29,
    name: { vi: 'Kết quả: thiếu xác nhận', en: 'Finished: unverified' },
    collector: { results: 'unverified' },
    steps: START,
    shows: delivered('accepted'),
  },
  {
    n: 30,
    name: { vi: 'Kết quả: bị từ chối', en: 'Finished: refused' },
    collector: { results: 'refused' },
    steps: START,
    shows: delivered('refused'),
  },
  {
    n: 31,
    name: { vi: 'Kết quả: không gửi đi', en: 'Finished: kept private' },
    attributes: { submit: 'off' },
    steps: START,
    shows: delivered('private'),
  },
  {
    n: 32,
    name: { vi: 'Câu hỏi: nơi đo và kiểu kết nối', en: 'Questions' },
    attributes: IN_DA_NANG,
    steps: [{ do: 'press', part: 'change' }],
    shows: PANEL,
  },
  {
    n: 33,
    name: { vi: 'Câu hỏi: tìm theo tên tỉnh cũ', en: 'Questions: found by a former name' },
    steps: [
      { do: 'press', part: 'change' },
      { do: 'write', part: 'search', text: 'quang nam' },
    ],
    shows: PANEL,
  },
  {
    n: 34,
    name: { vi: 'Câu hỏi: không tìm thấy', en: 'Questions: nothing found' },
    steps: [
      { do: 'press', part: 'change' },
      { do: 'write', part: 'search', text: 'atlantis' },
    ],
    shows: `${PANEL} p[role=status]`,
  },
  {
    n: 35,
    name: { vi: 'Chia sẻ', en: 'Share' },
    attributes: IN_DA_NANG,
    steps: thenPress('share'),
    shows: `${PANEL} [part~=qr]`,
  },
  {
    n: 36,
    name: { vi: 'Chia sẻ kết quả chưa gửi được', en: 'Share, not sent yet' },
    collector: { results: 'unreachable' },
    steps: thenPress('share'),
    shows: `${PANEL} [part~=copy]`,
  },
  {
    n: 37,
    name: { vi: 'Lịch sử', en: 'History' },
    hasPast: true,
    steps: HISTORY,
    shows: `${PANEL} [part~=erase]`,
  },
  {
    n: 38,
    name: { vi: 'Lịch sử: một lượt đo', en: 'History: one test' },
    steps: thenPress('history'),
    shows: `${PANEL} [part~=erase]`,
  },
  {
    n: 39,
    name: { vi: 'Lịch sử: hỏi trước khi xóa', en: 'History: sure to erase it?' },
    hasPast: true,
    steps: [...HISTORY, { do: 'press', part: 'erase' }],
    shows: `${PANEL} [part~=erase-sure]`,
  },
  ...failureScenes(40, FAILURE),
  {
    n: 52,
    name: { vi: 'Bị chặn, có banner cũ', en: 'Blocked, with the old banner' },
    engine: BLOCKED,
    children: OLD_BANNER,
    shows: 'div > slot:not([name])',
  },
  {
    n: 53,
    name: { vi: 'Bị chặn sau khi bấm, có banner cũ', en: 'Blocked after the press, with the old banner' },
    engine: BLOCKED,
    children: OLD_BANNER,
    steps: START,
    shows: '.blocked[part~=failure]',
  },
  {
    n: 54,
    name: { vi: 'Bị chặn, không có banner cũ', en: 'Blocked, with nothing in its place' },
    engine: BLOCKED,
    shows: FAILURE,
  },
  {
    n: 55,
    name: { vi: 'Không tới được hệ thống đo, có banner cũ', en: 'Collector unreachable, with the old banner' },
    collector: { tests: 'unreachable' },
    children: OLD_BANNER,
    steps: START,
    shows: FAILURE,
  },
  {
    n: 56,
    name: { vi: 'Lịch sử: đã xóa', en: 'History: erased' },
    hasPast: true,
    steps: [...HISTORY, { do: 'press', part: 'erase' }, { do: 'press', part: 'erase-sure' }],
    shows: `${PANEL}:not(:has([part~=csv]))`,
  },
];
