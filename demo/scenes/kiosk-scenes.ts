import { PROVINCE } from './collector-in-page.ts';
import { failureScenes } from './failure-scenes.ts';
import { holding, PARTIAL, WEAK } from './plays.ts';
import { runningScenes } from './running-scenes.ts';
import type { Entry, Step } from './scene.ts';

const START: readonly Step[] = [{ do: 'start' }];

/** A kiosk whose code is the same wherever the scenes are served from. */
const AT_THE_HALL = {
  province: PROVINCE,
  site: 'danang-portal',
  kiosk: 'hall-3',
  'phone-page': 'https://danang.example.vn/do',
};

const state = (kind: string) => `[part~=kiosk][data-state=${kind}]`;
const RESULT = `${state('finished')} [part~=result]`;

const ENTRIES: readonly Entry[] = [
  { n: 201, name: { vi: 'Mời chạm', en: 'Attract' }, shows: `${state('idle')} .samples` },
  {
    n: 202,
    name: { vi: 'Mời chạm, tỉnh đã đủ mẫu', en: 'Attract, province with enough samples' },
    collector: { progress: 'published' },
    shows: `${state('idle')} .samples`,
  },
  {
    n: 203,
    name: { vi: 'Máy tự đo định kỳ', en: 'Monitor run' },
    attributes: { 'monitor-minutes': '15' },
    engine: holding('download'),
    steps: [{ do: 'wait', seconds: 1000 }],
    shows: `${state('running')} .attract`,
  },
  {
    n: 204,
    name: { vi: 'Máy mất mạng', en: 'Offline' },
    isOffline: true,
    shows: `${state('idle')} .offline`,
  },
  {
    n: 210,
    name: { vi: 'Xin đồng ý', en: 'Asking' },
    steps: [{ do: 'ask' }],
    shows: `${state('asking')} [part~=consent]`,
  },
  {
    n: 211,
    name: { vi: 'Câu hỏi: nơi đo và kiểu kết nối', en: 'Questions' },
    steps: [{ do: 'ask' }, { do: 'press', part: 'change' }],
    shows: `${state('panel')} [part~=panel]`,
  },
  ...runningScenes(212, `${state('running')} .running`),
  {
    n: 220,
    name: { vi: 'Kết quả: đường truyền tốt', en: 'Finished: good line' },
    steps: START,
    shows: `${RESULT} .phone`,
  },
  {
    n: 221,
    name: { vi: 'Kết quả: đường truyền yếu', en: 'Finished: weak line' },
    engine: WEAK,
    steps: START,
    shows: `${RESULT} .phone`,
  },
  {
    n: 222,
    name: { vi: 'Kết quả: dở dang', en: 'Finished: partial' },
    engine: PARTIAL,
    steps: START,
    shows: `${RESULT} .phone`,
  },
  {
    n: 223,
    name: { vi: 'Kết quả: chưa gửi được', en: 'Finished: kept' },
    collector: { results: 'unreachable' },
    steps: START,
    shows: `${RESULT} [data-kind=kept]`,
  },
  {
    n: 224,
    name: { vi: 'Hỏi xem còn ai không', en: 'Idle warning' },
    steps: [...START, { do: 'look', for: RESULT }, { do: 'wait', seconds: 50 }],
    shows: `${state('finished')} .warning`,
  },
  ...failureScenes(240, `${state('failed')} [part~=failure]`),
];

export const KIOSK_SCENES: readonly Entry[] = ENTRIES.map((entry) => ({
  ...entry,
  attributes: { ...AT_THE_HALL, ...entry.attributes },
}));
