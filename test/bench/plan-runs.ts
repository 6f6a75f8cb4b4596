import { type Link, namedLink } from '../lab/links.ts';
import type { CongestionControl } from '../lab/network-lab.ts';
import type { Contender } from './contender.ts';
import type { Run } from './run-row.ts';

/** Both ends joined without limits: what the machine itself can move. */
export const UNSHAPED = 'unshaped';

const linkOf = (name: string): Link | null => (name === UNSHAPED ? null : namedLink(name));

const algorithmsOf = (cc: string): readonly CongestionControl[] => {
  if (cc === 'both') return ['bbr', 'cubic'];
  if (cc === 'bbr' || cc === 'cubic') return [cc];
  throw new Error(`--cc is bbr, cubic or both, not "${cc}".`);
};

export interface Wanted {
  /** Names of links, and `unshaped`. */
  readonly links: readonly string[];
  readonly contenders: readonly Contender[];
  readonly rounds: number;
  /** `bbr`, `cubic` or `both`. */
  readonly cc: string;
  readonly peersDir: string;
}

/** All runs, rounds outermost: whatever changes on the machine meanwhile meets every engine alike. Throws what was asked for wrongly. */
export const planRuns = ({ links, contenders, rounds, cc, peersDir }: Wanted): Run[] => {
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--runs is a number from 1 on.');
  const named = links.map((linkName) => ({ linkName, link: linkOf(linkName) }));
  const algorithms = algorithmsOf(cc);
  return Array.from({ length: rounds }, (_, i) => i + 1).flatMap((round) =>
    named.flatMap((link) =>
      algorithms.flatMap((algorithm) =>
        contenders.map((contender) => ({ ...link, contender, cc: algorithm, round, peersDir })),
      ),
    ),
  );
};
