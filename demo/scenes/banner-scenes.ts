import { PROVINCE } from './collector-in-page.ts';
import { failureScenes } from './failure-scenes.ts';
import { BLOCKED, holding, PARTIAL, WEAK } from './plays.ts';
import { runningScenes } from './running-scenes.ts';
import { type Entry, OLD_BANNER, type Step } from './scene.ts';

const START: readonly Step[] = [{ do: 'start' }];
const IN_DA_NANG = { province: PROVINCE };

const strip = (state: string) => `[part~=strip][data-state=${state}]`;
const DIALOG = '[part~=dialog]';

export const BANNER_SCENES: readonly Entry[] = [
  { n: 101, name: { vi: 'Trước khi đo', en: 'Idle' }, children: OLD_BANNER, shows: strip('idle') },
  {
    n: 102,
    name: { vi: 'Trước khi đo, tỉnh còn thiếu mẫu', en: 'Idle, province short of samples' },
    attributes: IN_DA_NANG,
    shows: `${strip('idle')} .samples`,
  },
  {
    n: 103,
    name: { vi: 'Trước khi đo, tỉnh đã đủ mẫu', en: 'Idle, province with enough samples' },
    attributes: IN_DA_NANG,
    collector: { progress: 'published' },
    shows: `${strip('idle')} .samples`,
  },
  {
    n: 104,
    name: { vi: 'Trước khi đo, mạng tính dung lượng', en: 'Idle, metered' },
    isMetered: true,
    shows: strip('idle'),
  },
  { n: 110, name: { vi: 'Xin đồng ý', en: 'Asking' }, steps: [{ do: 'ask' }], shows: `${DIALOG} [part~=consent]` },
  ...runningScenes(112, strip('running')),
  {
    n: 120,
    name: { vi: 'Kết quả: đường truyền tốt', en: 'Finished: good line' },
    steps: START,
    shows: strip('finished'),
  },
  {
    n: 121,
    name: { vi: 'Kết quả: đường truyền yếu', en: 'Finished: weak line' },
    engine: WEAK,
    steps: START,
    shows: strip('finished'),
  },
  {
    n: 122,
    name: { vi: 'Kết quả: dở dang', en: 'Finished: partial' },
    engine: PARTIAL,
    steps: START,
    shows: strip('finished'),
  },
  {
    n: 123,
    name: { vi: 'Kết quả đầy đủ trong hộp thoại', en: 'The whole result, opened' },
    attributes: IN_DA_NANG,
    collector: { progress: 'published' },
    steps: [...START, { do: 'press', part: 'open' }],
    shows: `${DIALOG} [part~=comparison]`,
  },
  {
    n: 124,
    name: { vi: 'Chia sẻ trong hộp thoại', en: 'Share, in the dialog' },
    steps: [...START, { do: 'press', part: 'open' }, { do: 'press', part: 'share' }],
    shows: `${DIALOG} [part~=panel] [part~=qr]`,
  },
  {
    n: 125,
    name: { vi: 'Câu hỏi trong hộp thoại', en: 'Questions, in the dialog' },
    steps: [{ do: 'ask' }, { do: 'press', part: 'change' }],
    shows: `${DIALOG} [part~=panel]`,
  },
  {
    n: 126,
    name: { vi: 'Đang đo, mở trong hộp thoại', en: 'Running, opened' },
    engine: holding('download'),
    steps: [...START, { do: 'press', part: 'open' }],
    shows: `${DIALOG} .running`,
  },
  ...failureScenes(140, strip('failed')),
  {
    n: 152,
    name: { vi: 'Bị chặn, có banner cũ', en: 'Blocked, with the old banner' },
    engine: BLOCKED,
    children: OLD_BANNER,
    shows: 'div > slot:not([name])',
  },
  {
    n: 153,
    name: { vi: 'Không tới được hệ thống đo, có banner cũ', en: 'Collector unreachable, with the old banner' },
    collector: { tests: 'unreachable' },
    children: OLD_BANNER,
    steps: START,
    shows: strip('failed'),
  },
];
