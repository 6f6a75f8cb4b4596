import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublishedRow } from './result-columns.ts';

/** What a pile holds in memory before it is written. */
const CHUNK = 1 << 16;

/** Rows that belong together. */
export interface Pile {
  readonly name: string;
  /** Its first row. */
  readonly first: PublishedRow;
  readonly votes: number;
}

interface Growing extends Pile {
  readonly file: string;
  votes: number;
  waiting: string;
}

/** Rows on disk, in piles by name: a month's are read once and in any order, and only a pile at a time has to fit into memory. */
export const createSpill = (folder: string, prefix: string) => {
  const piles = new Map<string, Growing>();
  const flush = (pile: Growing) => {
    appendFileSync(pile.file, pile.waiting);
    pile.waiting = '';
  };
  return {
    add: (name: string, row: PublishedRow): void => {
      let pile = piles.get(name);
      if (!pile) {
        pile = { name, first: row, votes: 0, file: join(folder, `${prefix}-${piles.size}`), waiting: '' };
        piles.set(name, pile);
      }
      if (row.vote) pile.votes++;
      pile.waiting += `${JSON.stringify(row)}\n`;
      if (pile.waiting.length >= CHUNK) flush(pile);
    },
    piles: (): readonly Pile[] => [...piles.values()],
    rowsOf: (name: string): PublishedRow[] => {
      const pile = piles.get(name)!;
      flush(pile);
      // Written above.
      return readFileSync(pile.file, 'utf8')
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as PublishedRow);
    },
  };
};
