import type { ResultEntry, ResultStore } from '../../src/collector/result-store.ts';
import { type CountryPlan, visitsOf } from './country.ts';
import { entryOf } from './entry-of.ts';
import { kioskDaysOf } from './kiosk-days.ts';
import { createSummary, type Summary } from './summary.ts';
import { isKept } from './visit.ts';

/** How a country is told apart from another one; kept with the mark of its store. */
export const toldOf = ({ seed, results, from, to }: CountryPlan): string =>
  `${results} results from ${from} to ${to}, seed ${seed}`;

/** Simulates a country straight into a store. */
export const fill = async (
  store: Pick<ResultStore, 'fillSimulated'>,
  plan: CountryPlan,
  onProgress?: (stored: number) => void,
): Promise<Summary> => {
  const summary = createSummary();
  await store.fillSimulated({
    told: toldOf(plan),
    entries: entriesOf(plan, summary),
    kioskDays: () => kioskDaysOf(plan, summary.kioskResults),
    ...(onProgress && { onProgress }),
  });
  return summary;
};

/** What a collector keeps of a country, in the order in which the tests begin. */
export const entriesOf = function* (plan: CountryPlan, summary?: Pick<Summary, 'add'>): Generator<ResultEntry> {
  for (const visit of visitsOf(plan)) {
    summary?.add(visit);
    if (isKept(visit)) yield entryOf(visit, plan.seed);
  }
};
