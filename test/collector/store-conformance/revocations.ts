import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { cellOf } from '../../../src/statistics/tally.ts';
import { anyEntry } from '../any-entry.ts';
import { bruteForceStatistics, bruteForceVotes } from '../brute-force-statistics.ts';
import { entryWith } from '../entries.ts';
import { assertCellsNear } from '../near.ts';
import type { WithStore } from './with-store.ts';

/** Figures without what a revoked point measured. */
export const itForgetsRevokedVotes = (withStore: WithStore): void => {
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
};
