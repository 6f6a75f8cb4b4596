import type { FailureCode } from '../../src/protocol/failure.ts';
import { CRASHES, failing, BLOCKED } from './plays.ts';
import type { Entry } from './scene.ts';

/** How each failure comes about. A person who declines sees no failure, so that one has no scene. */
const CAUSES: Readonly<Record<Exclude<FailureCode, 'declined'>, Partial<Entry> & Pick<Entry, 'name'>>> = {
  misconfigured: {
    name: { vi: 'Trang cài đặt sai', en: 'Misconfigured' },
    attributes: { plan: 'fastest' },
    steps: [],
  },
  // What stands in for the banner is the card, with the way to the collector's page.
  'engine-blocked': {
    name: { vi: 'Phép đo bị chặn', en: 'Engine blocked' },
    engine: BLOCKED,
    shows: '[part~=failure]',
  },
  'engine-crashed': { name: { vi: 'Phép đo dừng đột ngột', en: 'Engine crashed' }, engine: CRASHES },
  offline: {
    name: { vi: 'Thiết bị ngoại tuyến', en: 'Offline' },
    isOffline: true,
    collector: { tests: 'unreachable' },
  },
  'collector-unreachable': {
    name: { vi: 'Không tới được hệ thống đo', en: 'Collector unreachable' },
    collector: { tests: 'unreachable' },
  },
  'collector-refused': {
    name: { vi: 'Hệ thống đo từ chối', en: 'Collector refuses' },
    collector: { tests: 'refused' },
  },
  'collector-busy': { name: { vi: 'Quá nhiều lượt đo', en: 'Collector busy' }, collector: { tests: 'busy' } },
  'no-point': { name: { vi: 'Không có điểm đo', en: 'No point' }, collector: { tests: 'no-point' } },
  'point-unreachable': {
    name: { vi: 'Không tới được điểm đo', en: 'Point unreachable' },
    engine: failing('point-unreachable'),
  },
  'point-busy': { name: { vi: 'Điểm đo bận', en: 'Point busy' }, engine: failing('point-busy') },
  'point-lost': { name: { vi: 'Mất điểm đo giữa chừng', en: 'Point lost' }, engine: failing('point-lost') },
  'ticket-refused': { name: { vi: 'Lượt đo hết hạn', en: 'Ticket refused' }, engine: failing('ticket-refused') },
};

/** A scene for every failure that a person can see, numbered from `first` on in the order above. */
export const failureScenes = (first: number, shows: string): readonly Entry[] =>
  Object.values(CAUSES).map((cause, i) => ({ n: first + i, steps: [{ do: 'start' }], shows, ...cause }));
