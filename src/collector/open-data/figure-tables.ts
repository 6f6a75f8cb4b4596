import { MIN_CELL_VOTES } from '../../protocol/statistics.ts';
import type { Tally } from '../../statistics/tally.ts';
import { csvLine, type Field } from './csv.ts';
import { type FigureKey, figureLine, figureName, type Withheld } from './figure-line.ts';
import type { FigureTallies } from './figure-tallies.ts';

/** A figure that somebody may ask for: what the store has of it, and why it is not published. */
export interface Scope {
  readonly key: FigureKey;
  readonly stored: Tally;
  readonly withheld: Withheld | null;
}

const about = (month: string, { context, province, access }: FigureKey): Field[] => [month, context, province, access];

const toldSites = ({ sites }: Tally): [string, number][] =>
  [...sites].filter(([, votes]) => votes >= MIN_CELL_VOTES).sort(([a], [b]) => (a < b ? -1 : 1));

const told = (scopes: readonly Scope[]) => scopes.filter(({ withheld }) => withheld === null);

/** The lines of sites.csv. Fewer than ten votes of a site change no verdict of a month or a quarter. */
export const siteLines = (month: string, scopes: readonly Scope[]): Field[][] =>
  told(scopes).flatMap(({ key, stored }) =>
    toldSites(stored).map(([site, votes]) => [...about(month, key), site || null, votes]),
  );

/** The lines of evidence.csv. */
export const evidenceLines = (month: string, scopes: readonly Scope[]): Field[][] =>
  told(scopes).map(({ key, stored }) => [...about(month, key), stored.sources, stored.topSourceVotes]);

/**
 * The lines of figures.csv, made from what is published. Throws where the store's own cells say anything else: then either is wrong, and
 * neither is published.
 */
export const figureLines = (
  month: string,
  { scopes, published }: { readonly scopes: readonly Scope[]; readonly published: FigureTallies },
): (readonly Field[])[] =>
  scopes.map(({ key, stored, withheld }) => {
    if (withheld !== null) return figureLine(month, key, withheld);
    const { sources, topSourceVotes } = stored;
    const evidence = { sources, topSourceVotes, sites: new Map(toldSites(stored)) };
    const line = figureLine(month, key, published.tally(key, evidence) ?? 'few');
    const expected = csvLine(figureLine(month, key, stored));
    if (csvLine(line) !== expected)
      throw new Error(
        `The figures of ${figureName(key)} in ${month} are not what the results give. If results changed meanwhile, run it again.\nstored:  ${expected}results: ${csvLine(line)}`,
      );
    return line;
  });
