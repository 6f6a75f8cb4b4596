import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import type { StatisticsFilter } from '../../../src/collector/result-store.ts';
import { PROVINCE_CODES_2004 } from '../../../src/protocol/province-2004.ts';
import { mergeTallies } from '../../../src/statistics/merge-tallies.ts';
import { cellOf, type Tally } from '../../../src/statistics/tally.ts';
import { anyEntry } from '../any-entry.ts';
import { bruteForceStatistics, bruteForceVotes } from '../brute-force-statistics.ts';
import { assertCellsNear } from '../near.ts';
import type { WithStore } from './with-store.ts';

/** Figures of provinces, of former ones, of communes and of several months. */
export const itGivesFigures = (withStore: WithStore): void => {
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
            (await store.tallies({ month: null, province: null, communes: ['20194', '20197'], ...filter })).map(cellOf);
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
          assertCellsNear(await cells({ accesses: ['4g', '5g'] }), bruteForceStatistics(mobile, { asCommunes: true }));
          assert.deepEqual(await cells({ communes: [] }), []);
        }),
      ),
      { numRuns: 25 },
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
};
