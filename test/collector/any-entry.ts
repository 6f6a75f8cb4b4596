import fc from 'fast-check';
import type { ResultEntry } from '../../src/collector/result-store.ts';
import { ACCESSES } from '../../src/protocol/access.ts';
import { PROVINCE_CODES } from '../../src/protocol/province.ts';
import { PROVINCE_CODES_2004 } from '../../src/protocol/province-2004.ts';
import { entryWith, throughput } from './entries.ts';

const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null, freq: 4 });

/** Entries of few months and provinces, so that cells fill; the hours around a Vietnamese month's end are among them. */
export const anyEntry: fc.Arbitrary<ResultEntry> = fc
  .record({
    startedAt: fc.constantFrom(
      '2026-10-31T16:59:59.000Z',
      '2026-10-31T17:00:00.000Z',
      '2026-11-15T00:00:00.000Z',
      '2026-11-30T17:00:00.000Z',
    ),
    place: fc.constantFrom(
      { province: null, provinceCodes: null },
      { province: '01', provinceCodes: PROVINCE_CODES },
      { province: '48', provinceCodes: PROVINCE_CODES },
      { province: '48', provinceCodes: PROVINCE_CODES, commune: '20194' },
      { province: '48', provinceCodes: PROVINCE_CODES, commune: '20197' },
      // Two that are one today, and a code that names another province today.
      { province: '48', provinceCodes: PROVINCE_CODES_2004 },
      { province: '49', provinceCodes: PROVINCE_CODES_2004 },
      { province: '15', provinceCodes: PROVINCE_CODES_2004 },
      { province: '48', provinceCodes: 'of nowhere' },
    ),
    state: fc.constantFrom('verified' as const, 'verified' as const, 'disagrees' as const, 'unverified' as const),
    outcome: fc.constantFrom('complete' as const, 'complete' as const, 'partial' as const),
    operator: maybe(fc.constantFrom({ asn: 7552, name: 'Viettel' }, { asn: 45899, name: 'VNPT' })),
    context: fc.constantFrom('citizen' as const, 'citizen' as const, 'kiosk' as const, 'monitor' as const),
    ipFamily: fc.constantFrom(4 as const, 6 as const),
    access: maybe(fc.constantFrom(...ACCESSES)),
    site: maybe(fc.constantFrom('hanoi.gov.vn', 'hue.gov.vn')),
    point: fc.constantFrom({ id: 'hanoi', scope: 'exchange' as const }, { id: 'da-nang', scope: 'on-net' as const }),
    sourceKey: maybe(fc.constantFrom('one', 'two')),
    down: maybe(fc.integer({ min: 0, max: 1_000_000_000 })),
    up: maybe(fc.integer({ min: 0, max: 5 })),
    idle: maybe(fc.double({ min: 0, max: 500, noNaN: true })),
    ability: maybe(fc.constantFrom('works' as const, 'fails' as const, 'timeout' as const)),
    connectMs4: maybe(fc.constantFrom(0, 0.1, 12.3, 40)),
    connectMs6: maybe(fc.constantFrom(0, 0.2, 9.9, 40)),
  })
  .map(({ down, up, idle, ability, connectMs4, connectMs6, sourceKey, place, ...rest }) =>
    entryWith(
      {
        ...rest,
        ...place,
        download: down === null ? null : throughput(down),
        upload: up === null ? null : throughput(up),
        latency: {
          idle: idle === null ? null : { medianMs: idle, minMs: 0, p95Ms: 0, jitterMs: null, samples: 1 },
          download: null,
          upload: null,
          rpm: null,
        },
        ipv6: { ability, connectMs4, connectMs6, preferred: null },
      },
      { sourceKey },
    ),
  );
