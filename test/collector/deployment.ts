import type { ResultStore } from '../../src/collector/result-store.ts';
import type { Access } from '../../src/protocol/access.ts';
import type { Site } from '../../src/protocol/site.ts';
import type { StoredResult } from '../../src/protocol/submission.ts';
import type { LossReason, VisitStep } from '../../src/protocol/visit.ts';
import { dayAfter, workingDays } from '../../src/collector/vietnam-calendar.ts';
import { entryWith } from './entries.ts';

/** A province's deployment: what the tests of its report, and whoever wants to look at one, fill a store with. */
export const MONTH = '2026-10';
export const PROVINCE = '48';

const site = (id: string, name: string, context: Site['context'] = 'citizen'): Site => ({
  ...{ id, name, province: PROVINCE, context, origins: [`https://${id}`], testsPerDay: 20_000 },
});

export const SITES: readonly Site[] = [
  site('danang.gov.vn', 'Cổng thông tin điện tử thành phố Đà Nẵng'),
  site('hoian.danang.gov.vn', 'Trang thông tin phường Hội An'),
  site('hcc.danang.gov.vn', 'Trung tâm Phục vụ hành chính công', 'kiosk'),
  site('snv.danang.gov.vn', 'Sở Nội vụ'),
  site('tamky.danang.gov.vn', 'Trang thông tin phường Tam Kỳ'),
];

const OPERATORS = [
  { asn: 7552, name: 'Viettel' },
  { asn: 45899, name: 'VNPT' },
  { asn: 18403, name: 'FPT Telecom' },
  { asn: 131429, name: 'MobiFone' },
];
const ACCESS: readonly (Access | null)[] = ['wifi', 'wifi', '4g', 'wifi', 'cable', '5g', null, 'wifi'];

/** Results of one kind, spread over the month; `sources`: how many different lines they came from. */
const insertMany = async (
  store: ResultStore,
  count: number,
  { sources = count, name = '', change = {} }: { sources?: number; name?: string; change?: Partial<StoredResult> },
): Promise<void> => {
  for (let i = 0; i < count; i++) {
    const at = `${MONTH}-${String(1 + (i % 28)).padStart(2, '0')}T0${i % 9}:00:00.000Z`;
    await store.insert(
      entryWith(
        {
          ...{ startedAt: at, receivedAt: at, province: PROVINCE, site: 'danang.gov.vn', ipFamily: 4 },
          ...{ operator: OPERATORS[(i * 7) % OPERATORS.length]!, access: ACCESS[(i * 3) % ACCESS.length]! },
          ...change,
        },
        { sourceKey: `${name} ${i % sources}` },
      ),
    );
  }
};

const lost = (
  steps: Readonly<Partial<Record<VisitStep, number>>>,
  reasons: readonly (readonly [VisitStep, LossReason, number])[],
) => [
  ...Object.entries(steps).map(([step, visits]) => ({ step: step as VisitStep, reason: null, visits })),
  ...reasons.map(([step, reason, visits]) => ({ step, reason, visits })),
];

/** Fills the store with a month of Đà Nẵng: two good sites, one of which went silent, one that was never seen, a hall with kiosks. */
export const deploy = async (store: ResultStore): Promise<void> => {
  await insertMany(store, 74, { sources: 61, name: 'city' });
  await insertMany(store, 18, { name: 'hoian', change: { site: 'hoian.danang.gov.vn' } });
  await insertMany(store, 21, {
    sources: 3,
    name: 'hall',
    change: { site: 'hcc.danang.gov.vn', context: 'kiosk', kiosk: 'sanh-1', access: 'cable' },
  });
  await insertMany(store, 5, { name: 'nowhere', change: { province: null, provinceCodes: null } });
  await insertMany(store, 9, { name: 'unsigned', change: { state: 'unverified', flags: ['receipt-missing'] } });
  await insertMany(store, 2, { name: 'cheat', change: { state: 'disagrees', flags: ['replay-differs'] } });
  await insertMany(store, 6, { name: 'half', change: { outcome: 'partial', upload: null } });
  await insertMany(store, 7, { name: 'www', change: { site: 'tamky.danang.gov.vn', flags: ['unattributed'] } });
  await insertMany(store, 8, { name: 'none', change: { site: null } });
  await insertMany(store, 40, { name: 'robot', change: { context: 'monitor', site: 'hcc.danang.gov.vn' } });
  const lastAt = `${MONTH}-30T09:00:00.000Z`;
  const visits = {
    province: PROVINCE,
    month: MONTH,
    site: 'danang.gov.vn',
    version: '0.1.0',
    layout: 'banner',
    lastAt,
  } as const;
  const silent = {
    ...visits,
    site: 'hoian.danang.gov.vn',
    layout: 'card',
    lastAt: `${MONTH}-11T02:00:00.000Z`,
  } as const;
  await store.addCounts({
    visits: [
      ...lost({ shown: 18_420, consented: 161, started: 138, finished: 117 }, [
        ...([['shown', 'declined', 47]] as const),
        ...([['shown', 'engine-blocked', 212]] as const),
        ...([['consented', 'no-point', 9]] as const),
        ...([['started', 'cancelled', 14]] as const),
        ...([['started', 'point-lost', 3]] as const),
      ]).map((each) => ({ ...visits, ...each })),
      ...lost({ shown: 1204, consented: 24, started: 22, finished: 20 }, []).map((each) => ({ ...silent, ...each })),
    ],
    tests: [
      {
        ...{ province: PROVINCE, month: MONTH, context: 'citizen', site: 'danang.gov.vn', attributed: true, lastAt },
        ...{ version: null, access: null, asn: null, fate: 'opened', tests: 163, sourced: 0 },
      },
    ],
  });
  await keepKiosk(store, 'sanh-1', { from: `${MONTH}-01`, to: `${MONTH}-30`, beats: 96 });
  await keepKiosk(store, 'sanh-2', { from: `${MONTH}-01`, to: `${MONTH}-16`, beats: 80 });
};

const keepKiosk = async (
  store: ResultStore,
  kiosk: string,
  { from, to, beats }: { readonly from: string; readonly to: string; readonly beats: number },
): Promise<void> => {
  // The day before, too: it was there when the month began.
  for (const day of [dayAfter(from, -1), ...workingDays(from, to)])
    for (let i = 0; i < beats; i++) {
      const at = new Date(Date.parse(`${day}T00:30:00.000Z`) + i * 300_000).toISOString();
      const heartbeat = {
        version: '0.1.0',
        lastFailure: kiosk === 'sanh-2' ? ('offline' as const) : null,
        results: i,
        uptimeS: i * 300,
      };
      await store.beat({ site: 'hcc.danang.gov.vn', kiosk, at, heartbeat }, 500);
    }
};
