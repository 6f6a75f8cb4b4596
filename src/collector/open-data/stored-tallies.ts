import type { SiteContext } from '../../protocol/context.ts';
import { ACCESS_KINDS } from '../../statistics/cell-key.ts';
import { mergeTallies } from '../../statistics/merge-tallies.ts';
import type { Tally } from '../../statistics/tally.ts';
import type { ResultStore } from '../result-store.ts';
import { FIGURE_ACCESSES, figureName } from './figure-line.ts';

/** The tallies that `GET /v1/statistics` answers a month from, by {@link figureName}. */
export const storedTallies = async (
  store: ResultStore,
  month: string,
  contexts: readonly SiteContext[],
): Promise<ReadonlyMap<string, Tally>> => {
  const tallies = new Map<string, Tally>();
  for (const context of contexts)
    for (const access of FIGURE_ACCESSES) {
      const accesses = access === 'all' ? undefined : ACCESS_KINDS[access];
      const provinces = await store.tallies({ month, province: null, context, accesses });
      for (const tally of provinces) tallies.set(figureName({ context, province: tally.province, access }), tally);
      const country = mergeTallies(provinces, { province: null, period: month });
      tallies.set(figureName({ context, province: null, access }), country);
    }
  return tallies;
};
