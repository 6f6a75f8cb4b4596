import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { areaOf } from '../../src/collector/area-codes.ts';
import type { TestCount, VisitCount } from '../../src/collector/funnel-store.ts';
import type { KioskBeat } from '../../src/collector/kiosk-day.ts';
import { hasAsn } from '../../src/collector/operator-registry.ts';
import type { KeptResult, ResultEntry, ResultStore, StatisticsFilter } from '../../src/collector/result-store.ts';
import { isCounted, VALIDITY_VERSION } from '../../src/collector/validity.ts';
import { vietnamMonth } from '../../src/collector/vietnam-calendar.ts';
import { ACCESSES } from '../../src/protocol/access.ts';
import type { AsnSpan } from '../../src/protocol/operator.ts';
import { PROVINCE_CODES } from '../../src/protocol/province.ts';
import { PROVINCE_CODES_2004 } from '../../src/protocol/province-2004.ts';
import { mergeTallies } from '../../src/statistics/merge-tallies.ts';
import { cellOf, type Tally } from '../../src/statistics/tally.ts';
import { bruteForceStatistics, bruteForceVotes, monthOf } from './brute-force-statistics.ts';
import { entryWith, throughput } from './entries.ts';
import { assertCellsNear } from './near.ts';
import type { StoredResult } from '../../src/protocol/submission.ts';

const always = (asn: number): AsnSpan => ({ asn, from: null, to: null });

const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null, freq: 4 });

/** Where a result counts under today's borders. */
const areaToday = ({ province, provinceCodes }: Pick<StoredResult, 'province' | 'provinceCodes'>) =>
  province === null || provinceCodes === null ? null : areaOf({ province, provinceCodes }, PROVINCE_CODES);

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

    it('gives the figures that loops over all results give, contexts apart', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyEntry, { maxLength: 40 }), (entries) =>
          withStore(async (store) => {
            for (const entry of entries) await store.insert(entry);
            const votes = bruteForceVotes(entries);
            const cells = async (filter: Partial<StatisticsFilter> = {}) =>
              (await store.tallies({ month: null, province: null, ...filter })).map(cellOf);
            const expected = bruteForceStatistics(votes);
            assertCellsNear(await cells(), expected);
            assertCellsNear(await cells({ context: 'kiosk' }), bruteForceStatistics(votes, { context: 'kiosk' }));
            assert.deepEqual(await cells({ context: 'monitor' }), []);
            for (const province of ['01', '48'])
              assertCellsNear(
                await cells({ month: '2026-11', province }),
                expected.filter((cell) => cell.month === '2026-11' && cell.province === province),
              );
            assertCellsNear(
              await cells({ from: '2026-11', to: '2026-11' }),
              expected.filter((cell) => cell.month === '2026-11'),
            );
          }),
        ),
        { numRuns: 40 },
      );
    });

    it('gives history under today’s borders, or in former provinces what was stored so', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyEntry, { maxLength: 40 }), (entries) =>
          withStore(async (store) => {
            for (const entry of entries) await store.insert(entry);
            const former = bruteForceStatistics(bruteForceVotes(entries), { asFormer: true });
            const cells = async (province: string | null) =>
              (await store.tallies({ month: null, province, codes: PROVINCE_CODES_2004 })).map(cellOf);
            assertCellsNear(await cells(null), former);
            for (const province of ['15', '49'])
              assertCellsNear(
                await cells(province),
                former.filter((cell) => cell.province === province),
              );
            // Lào Cai has the code that Yên Bái had, which is part of it.
            const today = bruteForceStatistics(bruteForceVotes(entries));
            assertCellsNear(
              (await store.tallies({ month: null, province: '15' })).map(cellOf),
              today.filter((cell) => cell.province === '15'),
            );
          }),
        ),
        { numRuns: 25 },
      );
    });

    it('gives figures of communes, of the very votes that their provinces have', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyEntry, { maxLength: 40 }), (entries) =>
          withStore(async (store) => {
            for (const entry of entries) await store.insert(entry);
            const votes = bruteForceVotes(entries);
            const cells = async (filter: Partial<StatisticsFilter>) =>
              (await store.tallies({ month: null, province: null, communes: ['20194', '20197'], ...filter })).map(
                cellOf,
              );
            const expected = bruteForceStatistics(votes, { asCommunes: true });
            assertCellsNear(await cells({}), expected);
            assertCellsNear(
              await cells({ communes: ['20194'], from: '2026-11', to: '2026-11' }),
              expected.filter((cell) => cell.province === '20194' && cell.month === '2026-11'),
            );
            assertCellsNear(
              await cells({ context: 'kiosk' }),
              bruteForceStatistics(votes, { asCommunes: true, context: 'kiosk' }),
            );
            const mobile = votes.filter(({ result: { access } }) => access === '4g' || access === '5g');
            assertCellsNear(
              await cells({ accesses: ['4g', '5g'] }),
              bruteForceStatistics(mobile, { asCommunes: true }),
            );
            assert.deepEqual(await cells({ communes: [] }), []);
          }),
        ),
        { numRuns: 25 },
      );
    });

    it('gives the votes that were counted by hand under every combination of filters', async () => {
      const choices: { [Name in keyof StatisticsFilter]?: readonly StatisticsFilter[Name][] } = {
        scope: [undefined, 'on-net'],
        accesses: [undefined, ['wifi'], ['4g', '5g']],
        asns: [
          undefined,
          [],
          [always(7552)],
          [always(45899), always(7552)],
          [always(64500)],
          // As if a network had changed hands between October and November.
          [
            { asn: 7552, from: null, to: '2026-10' },
            { asn: 45899, from: '2026-11', to: '2026-11' },
          ],
        ],
        ipFamily: [undefined, 4],
        province: [null, '48'],
        month: [null, '2026-11'],
      };
      const combinations = Object.entries(choices).reduce<Partial<StatisticsFilter>[]>(
        (filters, [name, values]) =>
          filters.flatMap((filter) => values.map((value): Partial<StatisticsFilter> => ({ ...filter, [name]: value }))),
        [{}],
      );
      const isIn = (vote: ResultEntry, { scope, accesses, asns, ipFamily, province }: Partial<StatisticsFilter>) =>
        (scope === undefined || vote.result.point?.scope === scope) &&
        (accesses === undefined || (vote.result.access !== null && accesses.includes(vote.result.access))) &&
        (asns === undefined || hasAsn(asns, vote.result.operator?.asn ?? 0, monthOf(vote))) &&
        (ipFamily === undefined || vote.result.ipFamily === ipFamily) &&
        (province === null || (['48', '49'].includes(vote.result.province!) && province === '48'));
      await fc.assert(
        fc.asyncProperty(fc.array(anyEntry, { minLength: 10, maxLength: 60 }), (entries) =>
          withStore(async (store) => {
            for (const entry of entries) await store.insert(entry);
            const votes = bruteForceVotes(entries);
            for (const filter of combinations)
              assertCellsNear(
                (await store.tallies({ month: null, province: null, ...filter })).map(cellOf),
                bruteForceStatistics(votes.filter((vote) => isIn(vote, filter))).filter(
                  ({ month }) => filter.month === null || month === filter.month,
                ),
              );
          }),
        ),
        { numRuns: 4 },
      );
    });

    it('merges months and provinces to the very figures of all their votes together', async () => {
      const periodOf = (month: string) => `2026-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
      await fc.assert(
        fc.asyncProperty(fc.array(anyEntry, { maxLength: 40 }), (entries) =>
          withStore(async (store) => {
            for (const entry of entries) await store.insert(entry);
            const votes = bruteForceVotes(entries);
            const tallies = await store.tallies({ month: null, province: null });
            const merged = (province: Tally['province']) => {
              const parts = tallies.filter((tally) => province === null || tally.province === province);
              return parts.length === 0 ? [] : [cellOf(mergeTallies(parts, { province, period: '2026-Q4' }))];
            };
            const expected = bruteForceStatistics(votes, { periodOf });
            for (const province of ['01', '48'] as const)
              assertCellsNear(
                merged(province),
                expected.filter((cell) => cell.province === province),
              );
            assertCellsNear(merged(null), bruteForceStatistics(votes, { periodOf, asCountry: true }));
            assert.deepEqual(await store.months(), [...new Set(tallies.map(({ period }) => period))].sort().reverse());
          }),
        ),
        { numRuns: 20 },
      );
    });

    it('is not simulated unless somebody says so', () =>
      withStore(async (store) => assert.equal(await store.isSimulated(), false)));

    it('gives the same tallies whatever was revoked on the way, as if that had never counted', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyEntry, { maxLength: 25 }), fc.nat({ max: 25 }), (entries, cut) =>
          withStore(async (store) => {
            for (const entry of entries.slice(0, cut)) await store.insert(entry);
            await store.revoke('da-nang', '2026-01-01T00:00:00.000Z');
            for (const entry of entries.slice(cut)) await store.insert(entry);
            const standing = entries.filter(({ result }, i) => i >= cut || result.point?.id !== 'da-nang');
            assertCellsNear(
              (await store.tallies({ month: null, province: null })).map(cellOf),
              bruteForceStatistics(bruteForceVotes(standing)),
            );
          }),
        ),
        { numRuns: 25 },
      );
    });

    it('gives no vote of a source to another result that is revoked with the first', () =>
      withStore(async (store) => {
        const place = { point: { id: 'da-nang', scope: 'on-net' as const } };
        for (let i = 0; i < 10; i++) await store.insert(entryWith(place, { sourceKey: 'one' }));
        const votes = async () => (await store.tallies({ month: null, province: null })).map((tally) => tally.votes);
        assert.deepEqual(await votes(), [1]);
        await store.revoke('da-nang', '2026-01-01T00:00:00.000Z');
        assert.deepEqual(await votes(), []);
      }));

    it('gives the same tallies whether results came one by one or many at once, and says that those were simulated', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyEntry, { maxLength: 40 }), fc.nat({ max: 40 }), async (entries, cut) =>
          withStore(async (oneByOne) =>
            withStore(async (atOnce) => {
              for (const entry of entries) await oneByOne.insert(entry);
              for (const part of [entries.slice(0, cut), entries.slice(cut), entries])
                await atOnce.fillSimulated({ told: 'for a test', entries: part });
              for (const context of ['citizen', 'kiosk', 'monitor'] as const) {
                const filter = { month: null, province: null, context };
                assert.deepEqual(await atOnce.tallies(filter), await oneByOne.tallies(filter));
              }
              const counts = (store: ResultStore) => store.readCounts({ province: '48', month: '2026-11', sites: [] });
              assert.deepEqual(await counts(atOnce), await counts(oneByOne));
              for (const entry of entries) assert.deepEqual(await atOnce.find(entry.result.testId), entry);
              assert.deepEqual([await atOnce.isSimulated(), await oneByOne.isSimulated()], [true, false]);
            }),
          ),
        ),
        { numRuns: 15 },
      );
    });

    it('takes no simulated results beside real ones', () =>
      withStore(async (store) => {
        const [real, simulated] = [entryWith(), entryWith()];
        await store.insert(real);
        const filling = store.fillSimulated({ told: 'for a test', entries: [simulated] });
        await assert.rejects(filling, { name: 'SettingError', message: /holds real results/ });
        await assert.rejects(store.markSimulated('for a test'), { name: 'SettingError' });
        assert.deepEqual([await store.find(simulated.result.testId), await store.isSimulated()], [null, false]);
      }));

    it('counts every result by what became of it, whatever is revoked on the way; the votes are those of the figures', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyEntry, { maxLength: 25 }), fc.nat({ max: 25 }), (drawn, cut) =>
          withStore(async (store) => {
            // A deployment is of today: what is stored of former provinces is in the figures alone.
            const entries = drawn.filter(({ result }) => result.provinceCodes !== PROVINCE_CODES_2004);
            for (const entry of entries.slice(0, cut)) await store.insert(entry);
            await store.revoke('da-nang', '2026-01-01T00:00:00.000Z');
            for (const entry of entries.slice(cut)) await store.insert(entry);
            for (const entry of entries.slice(0, 3)) await store.insert(entry); // a retry is no second result
            for (const province of ['01', '48'] as const) {
              const month = '2026-11';
              const { tests } = await store.readCounts({ province, month, sites: [] });
              const sum = (isIn: (test: TestCount) => boolean) =>
                tests.filter(isIn).reduce((total, each) => total + each.tests, 0);
              const here = entries
                .map((entry, i) => ({ ...entry.result, isRevoked: i < cut && entry.result.point?.id === 'da-nang' }))
                .filter((each) => areaToday(each) === province)
                .filter((each) => each.context !== 'monitor' && vietnamMonth(each.startedAt!) === month);
              assert.equal(
                sum(() => true),
                here.length,
              );
              assert.equal(
                sum(({ fate }) => fate === 'voted' || fate === 'counted'),
                here.filter((each) => !each.isRevoked && isCounted(each)).length,
              );
              assert.equal(
                sum(({ fate }) => fate === 'point-revoked'),
                here.filter(({ isRevoked, state }) => isRevoked && state !== 'unverified').length,
              );
              for (const context of ['citizen', 'kiosk'] as const) {
                const [tally] = await store.tallies({ month, province, context });
                const voted = tests.filter((test) => test.fate === 'voted' && test.context === context);
                assert.equal(
                  voted.reduce((total, each) => total + each.tests, 0),
                  tally?.votes ?? 0,
                );
                assert.equal(
                  voted.reduce((total, each) => total + each.sourced, 0),
                  tally?.sources ?? 0,
                );
              }
            }
          }),
        ),
        { numRuns: 25 },
      );
    });

    const visits: VisitCount = {
      ...{ province: '48', month: '2026-11', site: 'danang.gov.vn', version: '0.1.0', layout: 'card' },
      ...{ step: 'shown', reason: null, visits: 2, lastAt: '2026-11-22T03:04:05.000Z' },
    };
    const opened: TestCount = {
      ...{ province: '48', month: '2026-11', context: 'citizen', site: 'danang.gov.vn', attributed: true },
      ...{ version: null, access: null, asn: 7552, fate: 'opened', tests: 1, sourced: 0 },
      lastAt: '2026-11-22T03:04:05.000Z',
    };

    it('adds up counts of visits and tickets, each kind by itself', () =>
      withStore(async (store) => {
        const later = '2026-11-23T03:04:05.000Z';
        await store.addCounts({ visits: [visits, { ...visits, reason: 'declined', visits: 1 }], tests: [opened] });
        await store.addCounts({ visits: [], tests: [] });
        await store.addCounts({
          visits: [{ ...visits, visits: 3, lastAt: later }],
          tests: [
            { ...opened, tests: 4, lastAt: later },
            { ...opened, province: null },
          ],
        });
        const read = await store.readCounts({ province: '48', month: '2026-11', sites: [] });
        assert.deepEqual(read, {
          visits: [
            { ...visits, visits: 5, lastAt: later },
            { ...visits, reason: 'declined', visits: 1 },
          ],
          tests: [{ ...opened, tests: 5, lastAt: later }],
        });
      }));

    it('loses no count of many that are added at once', () =>
      withStore(async (store) => {
        await Promise.all(Array.from({ length: 20 }, () => store.addCounts({ visits: [visits], tests: [opened] })));
        const read = await store.readCounts({ province: '48', month: '2026-11', sites: [] });
        assert.deepEqual([read.visits[0]!.visits, read.tests[0]!.tests], [40, 20]);
      }));

    it('gives the counts of a province’s month, and of its sites where nobody said which province', () =>
      withStore(async (store) => {
        const nowhere = { ...visits, province: null };
        await store.addCounts({
          visits: [
            visits,
            nowhere,
            { ...nowhere, site: 'hanoi.gov.vn' },
            { ...visits, province: '01' },
            { ...visits, month: '2026-10' },
          ],
          tests: [{ ...opened, province: null, attributed: false }, opened],
        });
        const of = async (sites: readonly string[]) => {
          const read = await store.readCounts({ province: '48', month: '2026-11', sites });
          return { visits: read.visits, tests: read.tests };
        };
        assert.deepEqual(await of([]), { visits: [visits], tests: [opened] });
        // A page that only says that it is the site may be anywhere.
        assert.deepEqual(await of(['danang.gov.vn']), { visits: [visits, nowhere], tests: [opened] });
      }));

    it('gives all results of a month, each once, and which of them count and vote', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyEntry, { maxLength: 25 }), (entries) =>
          withStore(async (store) => {
            for (const entry of entries) await store.insert(entry);
            const votes = bruteForceVotes(entries);
            const kept: KeptResult[] = [];
            for await (const each of store.results('2026-11')) kept.push(each);
            const expected = entries
              .filter(({ result }) => vietnamMonth(result.startedAt!) === '2026-11')
              .map((entry): KeptResult => {
                const { receipt, ...result } = entry.result;
                assert.notEqual(receipt, undefined);
                return {
                  result,
                  hasSource: entry.sourceKey !== null,
                  isCounted: isCounted(entry.result),
                  validity: VALIDITY_VERSION,
                  isVote: votes.includes(entry),
                };
              })
              .sort((a, b) => (a.result.testId < b.result.testId ? -1 : 1));
            assert.deepEqual(kept, expected);
          }),
        ),
        { numRuns: 20 },
      );
    });

    const beat = (change: Partial<KioskBeat> = {}): KioskBeat => ({
      site: 'hanoi.gov.vn',
      kiosk: 'hall-1',
      at: '2026-11-22T03:00:00.000Z',
      heartbeat: { version: '0.1.0', lastFailure: null, results: 3, uptimeS: 600 },
      ...change,
    });

    it('keeps a day of each kiosk of a site, with what its page said last', () =>
      withStore(async (store) => {
        const failed = { ...beat().heartbeat, lastFailure: 'no-point' as const, results: 4 };
        for (const each of [
          beat(),
          beat({ kiosk: 'hall-2' }),
          beat({ at: '2026-11-22T03:05:00.000Z', heartbeat: failed }),
          beat({ at: '2026-11-22T17:00:00.000Z' }),
          beat({ site: 'danang.gov.vn' }),
          beat({ at: '2026-10-31T16:59:59.000Z' }),
          beat({ at: '2026-11-30T17:00:00.000Z' }),
        ])
          assert.equal(await store.beat(each, 500), true);
        const day = { site: 'hanoi.gov.vn', version: '0.1.0', lastFailure: null, results: 3, beats: 1 };
        assert.deepEqual(await store.kiosks('hanoi.gov.vn', '2026-11'), [
          {
            ...day,
            kiosk: 'hall-1',
            day: '2026-11-22',
            beats: 2,
            lastSeen: '2026-11-22T03:05:00.000Z',
            lastFailure: 'no-point',
            results: 4,
          },
          { ...day, kiosk: 'hall-2', day: '2026-11-22', lastSeen: '2026-11-22T03:00:00.000Z' },
          { ...day, kiosk: 'hall-1', day: '2026-11-23', lastSeen: '2026-11-22T17:00:00.000Z' },
        ]);
        assert.deepEqual(
          (await store.kiosks('hanoi.gov.vn', '2026-10')).map((each) => each.day),
          ['2026-10-31'],
        );
        assert.deepEqual(await store.kiosks('hue.gov.vn', '2026-11'), []);
      }));

    it('notes no more kiosks of a site in a month than it may, and goes on noting those it knows', () =>
      withStore(async (store) => {
        const told = (change: Partial<KioskBeat>) => store.beat(beat(change), 2);
        assert.deepEqual([await told({ kiosk: 'a' }), await told({ kiosk: 'b' })], [true, true]);
        assert.equal(await told({ kiosk: 'c' }), false);
        assert.equal(await told({ kiosk: 'c', at: '2026-11-23T03:00:00.000Z' }), false);
        assert.equal(await told({ kiosk: 'b', at: '2026-11-23T03:00:00.000Z' }), true);
        assert.equal(await told({ kiosk: 'c', site: 'danang.gov.vn' }), true);
        assert.equal(await told({ kiosk: 'c', at: '2026-12-23T03:00:00.000Z' }), true);
        assert.equal((await store.kiosks('hanoi.gov.vn', '2026-11')).length, 3);
      }));

    it('loses no beat of many that come at once', () =>
      withStore(async (store) => {
        const kiosks = Array.from({ length: 30 }, (_, i) => `hall-${i}`);
        const noted = await Promise.all(kiosks.map((kiosk) => store.beat(beat({ kiosk }), 20)));
        assert.equal(noted.filter(Boolean).length, 20);
        assert.equal((await store.kiosks('hanoi.gov.vn', '2026-11')).length, 20);
      }));

    it('answers a ping while it is open, and not once it is closed', async () => {
      const store = await open();
      await store.ping();
      await store.close();
      await assert.rejects(store.ping());
    });
  });
};
