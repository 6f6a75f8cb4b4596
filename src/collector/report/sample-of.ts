import type { Sample } from '../../protocol/report.ts';
import { accessKindOf } from '../../statistics/cell-key.ts';
import { verdictOn } from '../../statistics/verdict.ts';
import type { TestCount } from '../funnel-store.ts';
import { groupBy } from '../group-by.ts';

export const sumOf = <Item>(items: readonly Item[], numberOf: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + numberOf(item), 0);

/** Votes, sources and what they lack; pure. Within a month a source has one vote, so known votes are known sources. */
export const sampleOf = (votes: readonly TestCount[]): Sample => {
  const count = sumOf(votes, ({ tests }) => tests);
  const sources = sumOf(votes, ({ sourced }) => sourced);
  const ofSites = [...groupBy(votes, ({ site }) => site).values()].map((ofSite) => sumOf(ofSite, ({ tests }) => tests));
  const kinds = new Set(votes.map(({ access }) => accessKindOf(access)));
  const verdict = verdictOn({
    votes: count,
    sources,
    topSiteVotes: Math.max(0, ...ofSites),
    topSourceVotes: 1,
    isOneAccessKind: kinds.size <= 1 && !kinds.has(null),
  });
  return { votes: count, sources, verdict };
};
