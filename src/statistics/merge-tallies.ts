import { type Histogram, merge } from './histogram.ts';
import { type Measure, MEASURES, type Tally } from './tally.ts';

/**
 * Several months or provinces as one. Votes and histograms add up exactly. Sources do not: a month's secret is erased with the month, so
 * nobody can tell whether a source of one is one of the other, and one line may have a vote in each of two provinces. What is known is
 * the least there can be, the largest part's; and the most that one source can have, what it can have in every part.
 */
export const mergeTallies = (
  tallies: readonly Tally[],
  { province, period }: Pick<Tally, 'province' | 'period'>,
): Tally => {
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0);
  return {
    province,
    period,
    votes: sum(({ votes }) => votes),
    sources: Math.max(0, ...tallies.map(({ sources }) => sources)),
    topSourceVotes: sum(({ topSourceVotes }) => topSourceVotes),
    sites: sumsBySite(tallies),
    fixed: sum(({ fixed }) => fixed),
    mobile: sum(({ mobile }) => mobile),
    ipv6Probed: sum(({ ipv6Probed }) => ipv6Probed),
    ipv6Works: sum(({ ipv6Works }) => ipv6Works),
    histograms: histogramsBy((measure) => merge(...tallies.map(({ histograms }) => histograms[measure]))),
  };
};

/** A histogram of each measure. */
export const histogramsBy = <Kind extends Histogram>(make: (measure: Measure) => Kind): Record<Measure, Kind> =>
  Object.fromEntries(MEASURES.map((measure) => [measure, make(measure)])) as Record<Measure, Kind>;

const sumsBySite = (tallies: readonly Tally[]): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const { sites } of tallies) for (const [site, votes] of sites) sums.set(site, (sums.get(site) ?? 0) + votes);
  return sums;
};
