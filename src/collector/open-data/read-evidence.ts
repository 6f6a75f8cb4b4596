import type { FigureKey } from './figure-line.ts';
import { figureName } from './figure-line.ts';
import type { FigureEvidence } from './figure-tallies.ts';
import { readTable } from './read-table.ts';
import { EVIDENCE, SITES } from './tables.ts';

interface SiteLine extends FigureKey {
  readonly site: string | null;
  readonly votes: number;
}
interface EvidenceLine extends FigureKey {
  readonly sources: number;
  readonly top_source_votes: number;
}

/** What evidence.csv and sites.csv say of each figure, by {@link figureName}. */
export const readEvidence = (folder: string, prefix: string): ReadonlyMap<string, FigureEvidence> => {
  const sites = new Map<string, Map<string, number>>();
  for (const { row } of readTable<SiteLine>(folder, prefix, SITES)) {
    const name = figureName(row);
    if (!sites.has(name)) sites.set(name, new Map());
    sites.get(name)!.set(row.site ?? '', row.votes);
  }
  return new Map(
    [...readTable<EvidenceLine>(folder, prefix, EVIDENCE)].map(({ row }) => [
      figureName(row),
      { sources: row.sources, topSourceVotes: row.top_source_votes, sites: sites.get(figureName(row)) ?? new Map() },
    ]),
  );
};
