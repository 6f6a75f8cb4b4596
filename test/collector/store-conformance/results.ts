import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import type { KeptResult } from '../../../src/collector/result-store.ts';
import { isCounted, VALIDITY_VERSION } from '../../../src/collector/validity.ts';
import { vietnamMonth } from '../../../src/collector/vietnam-calendar.ts';
import { anyEntry } from '../any-entry.ts';
import { bruteForceVotes } from '../brute-force-statistics.ts';
import { entryWith } from '../entries.ts';
import type { WithStore } from './with-store.ts';

/** One result of each test, as it came, alone and with all others of its month. */
export const itKeepsResults = (withStore: WithStore): void => {
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
};
