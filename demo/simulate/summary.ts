import { VIETNAM_OFFSET_MS } from '../../src/collector/vietnam-calendar.ts';
import { type Fate, isKept, type Visit } from './visit.ts';

/** What was simulated, counted on the way. */
export interface Summary {
  readonly add: (visit: Visit) => void;
  /** Results of a kiosk on a day of Vietnam. */
  readonly kioskResults: (site: string, kiosk: string, day: string) => number;
  readonly lines: () => string[];
}

export const createSummary = (): Summary => {
  const fates = new Map<Fate, number>();
  const contexts = new Map<string, number>();
  const kiosks = new Map<string, number>();
  const sources = new Set<string>();
  const count = <Key>(counts: Map<Key, number>, key: Key) => counts.set(key, (counts.get(key) ?? 0) + 1);
  return {
    add: (visit) => {
      count(fates, visit.fate);
      if (!isKept(visit)) return;
      count(contexts, visit.context);
      sources.add(visit.address);
      if (visit.kiosk !== null) count(kiosks, `${visit.site} ${visit.kiosk} ${dayOf(visit.startedAt)}`);
    },
    kioskResults: (site, kiosk, day) => kiosks.get(`${site} ${kiosk} ${day}`) ?? 0,
    lines: () => [`fates     ${told(fates)}`, `contexts  ${told(contexts)}`, `networks  ${sources.size}`],
  };
};

const dayOf = (at: number): string => new Date(at + VIETNAM_OFFSET_MS).toISOString().slice(0, 10);

/** `complete 12, partial 1`, the most first. */
export const told = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, number]) => `${name} ${number}`)
    .join(', ');
