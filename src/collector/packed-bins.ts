import type { Bin, Counts, Histogram } from '../statistics/histogram.ts';

/**
 * A histogram as one text: its first bin that holds something, and the counts from there to the last one, `512:3,8,,2`; nothing stands for 0.
 * A cell is a row so, not a thousand, to read and to change; equal histograms are equal texts.
 */
export type PackedBins = string;

/** One bin's count changed. */
export const bumpBin = (packed: PackedBins, bin: Bin, by: number): PackedBins => {
  if (packed === '') return `${bin}:${by}`;
  const colon = packed.indexOf(':');
  const first = Number(packed.slice(0, colon));
  if (bin < first) return `${bin}:${by}${','.repeat(first - bin)}${packed.slice(colon + 1)}`;
  let at = colon + 1;
  for (let each = first; each < bin; each++) {
    const comma = packed.indexOf(',', at);
    if (comma < 0) return packed + ','.repeat(bin - each) + String(by);
    at = comma + 1;
  }
  const comma = packed.indexOf(',', at);
  const end = comma < 0 ? packed.length : comma;
  const count = Number(packed.slice(at, end)) + by;
  if (count !== 0) return `${packed.slice(0, at)}${count}${packed.slice(end)}`;
  return withoutEnds(first, packed.slice(colon + 1, at) + packed.slice(end));
};

const withoutEnds = (first: Bin, counts: string): PackedBins => {
  let [low, high] = [0, counts.length];
  while (high > low && counts[high - 1] === ',') high--;
  while (low < high && counts[low] === ',') low++;
  return low === high ? '' : `${first + low}:${counts.slice(low, high)}`;
};

export const packBins = ({ first, counts }: Histogram): PackedBins =>
  counts.length === 0 ? '' : `${first}:${Array.from(counts, (count) => (count === 0 ? '' : count)).join(',')}`;

const [COMMA, ZERO] = [44, 48]; // in ASCII

/** Adds the counts to those that are there; sign by sign, because answers hold hundreds of thousands of them. */
export const addBins = (packed: PackedBins, { first, counts }: Counts): void => {
  if (packed === '') return;
  const colon = packed.indexOf(':');
  let place = Number(packed.slice(0, colon)) - first;
  let count = 0;
  for (let i = colon + 1; i < packed.length; i++) {
    const code = packed.charCodeAt(i);
    if (code === COMMA) {
      counts[place++]! += count;
      count = 0;
    } else count = 10 * count + code - ZERO;
  }
  counts[place]! += count;
};
