import { addTo, type Counts } from '../statistics/histogram.ts';

/**
 * Counts by name in one text, `,512:3,513:8`: a histogram, or votes by site. A cell is a row so, not a thousand, to read and to change.
 * Names hold neither comma nor colon (bins, {@link import('../protocol/identifier.ts').ID_PATTERN}); their order says nothing.
 */
export type PackedCounts = string;

/** One name's count changed; at 0 it is gone. */
export const bump = (packed: PackedCounts, name: string | number, by: number): PackedCounts => {
  const head = `,${name}:`;
  const at = packed.indexOf(head);
  if (at < 0) return `${packed}${head}${by}`;
  const comma = packed.indexOf(',', at + head.length);
  const end = comma < 0 ? packed.length : comma;
  const count = Number(packed.slice(at + head.length, end)) + by;
  return packed.slice(0, at) + (count === 0 ? '' : `${head}${count}`) + packed.slice(end);
};

export const pack = (counts: ReadonlyMap<string | number, number>): PackedCounts =>
  [...counts].map(([name, count]) => `,${name}:${count}`).join('');

/** Adds the counts to those that are there. */
export const addCounts = (packed: PackedCounts, counts: Map<string, number>): void => {
  for (let at = 0, end = 0; at < packed.length; at = end) {
    const colon = packed.indexOf(':', at);
    end = packed.indexOf(',', colon);
    if (end < 0) end = packed.length;
    const name = packed.slice(at + 1, colon);
    counts.set(name, (counts.get(name) ?? 0) + Number(packed.slice(colon + 1, end)));
  }
};

const [COMMA, MINUS, COLON, ZERO] = [44, 45, 58, 48]; // in ASCII

/** The same of bins; sign by sign, because answers hold a hundred thousand of them. */
export const addBins = (packed: PackedCounts, counts: Counts): void => {
  let bin = 0;
  let number = 0;
  let isNegative = false;
  for (let i = 1; i < packed.length; i++) {
    const code = packed.charCodeAt(i);
    if (code === COLON) {
      bin = isNegative ? -number : number;
      number = 0;
      isNegative = false;
    } else if (code === COMMA) {
      addTo(counts, bin, number);
      number = 0;
    } else if (code === MINUS) isNegative = true;
    else number = 10 * number + code - ZERO;
  }
  if (packed.length > 0) addTo(counts, bin, number);
};
