import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ResultEntry, ResultStore } from '../../src/collector/result-store.ts';
import { PROVINCE_CODES } from '../../src/protocol/province.ts';
import { bruteForceStatistics } from './brute-force-statistics.ts';
import { entryWith, throughput } from './entries.ts';

const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null, freq: 4 });

/** Entries of few months and provinces, so that cells fill; the hours around a Vietnamese month's end are among them. */
const anyEntry: fc.Arbitrary<ResultEntry> = fc
  .record({
    startedAt: fc.constantFrom(
      '2026-10-31T16:59:59.000Z',
      '2026-10-31T17:00:00.000Z',
      '2026-11-15T00:00:00.000Z',
      '2026-11-30T17:00:00.000Z',
    ),
    province: maybe(fc.constantFrom('01' as const, '48' as const)),
    provinceCodes: fc.constantFrom(PROVINCE_CODES, PROVINCE_CODES, PROVINCE_CODES, 'VN-2008'),
    state: fc.constantFrom('verified' as const, 'verified' as const, 'disagrees' as const, 'unverified' as const),
    outcome: fc.constantFrom('complete' as const, 'complete' as const, 'partial' as const),
    operator: maybe(fc.constantFrom({ asn: 7552, name: 'Viettel' }, { asn: 45899, name: 'VNPT' })),
    context: fc.constantFrom('citizen' as const, 'kiosk' as const, 'monitor' as const),
    down: maybe(fc.integer({ min: 0, max: 1_000_000_000 })),
    up: maybe(fc.integer({ min: 0, max: 5 })),
    idle: maybe(fc.double({ min: 0, max: 500, noNaN: true })),
    ability: maybe(fc.constantFrom('works' as const, 'fails' as const, 'timeout' as const)),
  })
  .map(({ down, up, idle, ability, ...rest }) =>
    entryWith({
      ...rest,
      download: down === null ? null : throughput(down),
      upload: up === null ? null : throughput(up),
      latency: {
        idle: idle === null ? null : { medianMs: idle, minMs: 0, p95Ms: 0, jitterMs: null, samples: 1 },
        download: null,
        upload: null,
        rpm: null,
      },
      ipv6: { ability, connectMs4: null, connectMs6: null, preferred: null },
    }),
  );

/** What every {@link ResultStore} must do. `open` gives an empty one each time. */
export const describeResultStore = (name: string, open: () => Promise<ResultStore>): void => {
  describe(name, () => {
    const withStore = async (use: (store: ResultStore) => Promise<void>) => {
      const store = await open();
      try {
        await use(store);
      } finally {
        await store.close();
      }
    };

    it('gives back what it was given', () =>
      withStore(async (store) => {
        const entries = [
          entryWith(),
          entryWith({ receipt: null, province: null, provinceCodes: null, site: null, operator: null }),
          entryWith({ failure: { code: 'point-lost', message: 'Điểm đo mất kết nối ☎ \u0000 "\'' } }),
          entryWith({}, { consentVersion: null }),
        ];
        for (const entry of entries) assert.deepEqual(await store.insert(entry), { inserted: true, standing: entry });
        for (const entry of entries) assert.deepEqual(await store.find(entry.result.testId), entry);
      }));

    it('finds nothing under an id it was not given', () =>
      withStore(async (store) => {
        await store.insert(entryWith());
        assert.equal(await store.find('0199a000-0000-7000-8000-000000000000'), null);
      }));

    it('keeps the first entry when a second one comes for the same test', () =>
      withStore(async (store) => {
        const first = entryWith();
        const second = entryWith({ testId: first.result.testId, province: '79' });
        await store.insert(first);
        assert.deepEqual(await store.insert(second), { inserted: false, standing: first });
        assert.deepEqual(await store.find(first.result.testId), first);
      }));

    it('keeps exactly one of many entries that come for one test at once', () =>
      withStore(async (store) => {
        const { testId } = entryWith().result;
        const outcomes = await Promise.all(
          Array.from({ length: 20 }, () => entryWith({ testId })).map((entry) => store.insert(entry)),
        );
        assert.equal(outcomes.filter(({ inserted }) => inserted).length, 1);
        const { standing } = outcomes.find(({ inserted }) => inserted)!;
        for (const outcome of outcomes) assert.deepEqual(outcome.standing, standing);
      }));

    it('gives the figures that loops over all results give', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyEntry, { maxLength: 40 }), (entries) =>
          withStore(async (store) => {
            for (const entry of entries) await store.insert(entry);
            const expected = bruteForceStatistics(entries);
            assert.deepEqual(await store.statistics({ month: null, province: null }), expected);
            for (const province of ['01', '48'])
              assert.deepEqual(
                await store.statistics({ month: '2026-11', province }),
                expected.filter((cell) => cell.month === '2026-11' && cell.province === province),
              );
            for (const asns of [[7552], [45899, 7552], [64500]])
              assert.deepEqual(
                await store.statistics({ month: null, province: null, asns }),
                bruteForceStatistics(entries.filter(({ result }) => asns.includes(result.operator?.asn ?? 0))),
              );
          }),
        ),
        { numRuns: 40 },
      );
    });

    it('answers a ping while it is open, and not once it is closed', async () => {
      const store = await open();
      await store.ping();
      await store.close();
      await assert.rejects(store.ping());
    });
  });
};
