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
  for (const entry of packed.split(',').slice(1)) {
    const [name, count] = entry.split(':') as [string, string];
    counts.set(name, (counts.get(name) ?? 0) + Number(count));
  }
};

const [COMMA, MINUS, COLON, ZERO] = [',', '-', ':', '0'].map((sign) => sign.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
];

/** The same of bins; by hand, because answers hold half a million of them. */
export const addBins = (packed: PackedCounts, counts: Counts): void => {
  let [bin, number, sign] = [0, 0, 1];
  for (let i = 1; i <= packed.length; i++) {
    const code = i === packed.length ? COMMA : packed.charCodeAt(i);
    if (code === COLON) [bin, number, sign] = [sign * number, 0, 1];
    else if (code === MINUS) sign = -1;
    else if (code === COMMA) {
      addTo(counts, bin, number);
      number = 0;
    } else number = 10 * number + code - ZERO;
  }
};
