import { it } from 'node:test';
import fc from 'fast-check';
import { hasAsn } from '../../../src/collector/operator-registry.ts';
import type { ResultEntry, StatisticsFilter } from '../../../src/collector/result-store.ts';
import type { AsnSpan } from '../../../src/protocol/operator.ts';
import { cellOf } from '../../../src/statistics/tally.ts';
import { anyEntry } from '../any-entry.ts';
import { bruteForceStatistics, bruteForceVotes, monthOf } from '../brute-force-statistics.ts';
import { assertCellsNear } from '../near.ts';
import type { WithStore } from './with-store.ts';

const always = (asn: number): AsnSpan => ({ asn, from: null, to: null });

/** Figures of some of the votes. */
export const itFiltersFigures = (withStore: WithStore): void => {
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
};
