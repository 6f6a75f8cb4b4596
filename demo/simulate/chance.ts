import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { skipN } from 'pure-rand/utils/skipN';

/** The generator begins with a seed of 32 bits in a state of 128: its first draws still show it. */
const WARM_UP = 4;

/** A stream of draws that a seed decides: asked in the same order, it gives the same answers on every machine. */
export interface Chance {
  /** 0 ≤ x < 1. */
  readonly unit: () => number;
  /** A whole number, 0 ≤ x < `below`. */
  readonly whole: (below: number) => number;
  /** Whether what happens to this share of all happens now. */
  readonly hits: (share: number) => boolean;
  /** Log-normal: half of the draws lie below `median`, about two thirds within a factor of e^±`spread`. */
  readonly near: (median: number, spread: number) => number;
  /** One of the items, each as likely as its weight says. */
  readonly pick: <Item>(items: readonly Item[], weightOf: (item: Item) => number) => Item;
  readonly bytes: (count: number) => Uint8Array;
}

/** The stream that belongs to a name: everything in the country has its own, so that nothing hangs on who was asked first. */
export const chanceOf = (...name: readonly (string | number)[]): Chance => {
  const generator = xoroshiro128plus(hashOf(name.join(' ')));
  skipN(generator, WARM_UP);
  const unit = () => uniformFloat64(generator);
  const whole = (below: number) => uniformInt(generator, 0, below - 1);
  return {
    unit,
    whole,
    hits: (share) => unit() < share,
    near: (median, spread) => median * Math.exp(spread * normal(unit)),
    pick: (items, weightOf) => {
      let left = unit() * items.reduce((sum, item) => sum + weightOf(item), 0);
      return items.find((item) => (left -= weightOf(item)) < 0) ?? items.at(-1)!;
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => whole(256)),
  };
};

/** Box and Muller's transform of two even draws; 1 − x, because a logarithm of 0 is none. */
const normal = (unit: () => number): number => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());

/** FNV-1a (RFC 9923) over the letters; then MurmurHash3's last steps, without which neighbours' names would begin alike. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
};
