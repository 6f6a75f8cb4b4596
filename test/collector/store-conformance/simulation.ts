import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import type { ResultStore } from '../../../src/collector/result-store.ts';
import { anyEntry } from '../any-entry.ts';
import { entryWith } from '../entries.ts';
import type { WithStore } from './with-store.ts';

/** Simulated results: as real ones in the figures, marked, and never beside real ones. */
export const itHoldsSimulatedResults = (withStore: WithStore): void => {
  it('is not simulated unless somebody says so', () =>
    withStore(async (store) => assert.equal(await store.isSimulated(), false)));

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
};
