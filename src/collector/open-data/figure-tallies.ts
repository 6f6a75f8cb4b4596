import { addTo, type Counts, emptyHistogram } from '../../statistics/histogram.ts';
import { histogramsBy } from '../../statistics/merge-tallies.ts';
import type { Measure, Tally } from '../../statistics/tally.ts';
import { type FigureKey, figureName } from './figure-line.ts';
import { figuresOf } from './figure-scope.ts';
import type { PublishedCell } from './published-cell.ts';

/** What a figure's verdict goes by that published cells do not show: evidence.csv and sites.csv. */
export type FigureEvidence = Pick<Tally, 'sources' | 'topSourceVotes' | 'sites'>;

const NO_EVIDENCE: FigureEvidence = { sources: 0, topSourceVotes: 0, sites: new Map() };

interface Adding extends Tally {
  /** By the edition of the province's codes: one line may have a vote under each. */
  readonly sourcesByEdition: Map<string | null, number>;
  votes: number;
  fixed: number;
  mobile: number;
  ipv6Probed: number;
  ipv6Works: number;
  readonly histograms: Readonly<Record<Measure, Counts>>;
}

/** Adds cells up to the figures that they are in. */
export const createFigureTallies = (month: string) => {
  const tallies = new Map<string, Adding>();
  const tallyOf = (key: FigureKey): Adding => {
    const known = tallies.get(figureName(key));
    if (known) return known;
    const nothing = { votes: 0, fixed: 0, mobile: 0, ipv6Probed: 0, ipv6Works: 0 };
    const tally: Adding = {
      province: key.province,
      period: month,
      ...NO_EVIDENCE,
      ...nothing,
      sourcesByEdition: new Map(),
      histograms: histogramsBy(emptyHistogram),
    };
    tallies.set(figureName(key), tally);
    return tally;
  };
  return {
    add: (cell: PublishedCell): void => {
      for (const key of figuresOf(cell.key)) {
        const tally = tallyOf(key);
        tally.votes += cell.votes;
        const edition = cell.key.province_codes;
        tally.sourcesByEdition.set(edition, (tally.sourcesByEdition.get(edition) ?? 0) + cell.sources);
        if (cell.key.access_kind === 'fixed') tally.fixed += cell.votes;
        if (cell.key.access_kind === 'mobile') tally.mobile += cell.votes;
        tally.ipv6Probed += cell.ipv6Probed;
        tally.ipv6Works += cell.ipv6Works;
        for (const { measure, bin, votes } of cell.bins) addTo(tally.histograms[measure], bin, votes);
      }
    },
    names: (): string[] => [...tallies.keys()],
    /** Votes of known sources, which are as many sources in one province; null of the country: a line may have a vote in each. */
    sourcesOf: (name: string): number | null => {
      const tally = tallies.get(name);
      return !tally || tally.province === null ? null : Math.max(...tally.sourcesByEdition.values());
    },
    /** Null where no published vote is in it. */
    tally: (key: FigureKey, evidence: FigureEvidence): Tally | null => {
      const tally = tallies.get(figureName(key));
      return tally ? { ...tally, ...evidence } : null;
    },
  };
};

export type FigureTallies = ReturnType<typeof createFigureTallies>;
