import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { areaOf } from '../../../src/collector/area-codes.ts';
import type { TestCount, VisitCount } from '../../../src/collector/funnel-store.ts';
import { isCounted } from '../../../src/collector/validity.ts';
import { vietnamMonth } from '../../../src/collector/vietnam-calendar.ts';
import { PROVINCE_CODES } from '../../../src/protocol/province.ts';
import { PROVINCE_CODES_2004 } from '../../../src/protocol/province-2004.ts';
import type { StoredResult } from '../../../src/protocol/submission.ts';
import { anyEntry } from '../any-entry.ts';
import type { WithStore } from './with-store.ts';

/** Where a result counts under today's borders. */
const areaToday = ({ province, provinceCodes }: Pick<StoredResult, 'province' | 'provinceCodes'>) =>
  province === null || provinceCodes === null ? null : areaOf({ province, provinceCodes }, PROVINCE_CODES);

const visits: VisitCount = {
  ...{ province: '48', month: '2026-11', site: 'danang.gov.vn', version: '0.1.0', layout: 'card' },
  ...{ step: 'shown', reason: null, visits: 2, lastAt: '2026-11-22T03:04:05.000Z' },
};
const opened: TestCount = {
  ...{ province: '48', month: '2026-11', context: 'citizen', site: 'danang.gov.vn', attributed: true },
  ...{ version: null, access: null, asn: 7552, fate: 'opened', tests: 1, sourced: 0 },
  lastAt: '2026-11-22T03:04:05.000Z',
};

/** Counts of visits, tickets and results, by how far they came. */
export const itCountsTheFunnel = (withStore: WithStore): void => {
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
};
