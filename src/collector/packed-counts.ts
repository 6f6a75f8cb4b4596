/**
 * Votes by site in one text, `,hue-portal:3,:8`: a column of a cell, not a table beside it. Names hold neither comma nor colon
 * ({@link import('../protocol/identifier.ts').ID_PATTERN}); their order says nothing.
 */
export type PackedCounts = string;

/** One name's count changed; at 0 it is gone. */
export const bump = (packed: PackedCounts, name: string, by: number): PackedCounts => {
  const head = `,${name}:`;
  const at = packed.indexOf(head);
  if (at < 0) return `${packed}${head}${by}`;
  const comma = packed.indexOf(',', at + head.length);
  const end = comma < 0 ? packed.length : comma;
  const count = Number(packed.slice(at + head.length, end)) + by;
  return packed.slice(0, at) + (count === 0 ? '' : `${head}${count}`) + packed.slice(end);
};

export const pack = (counts: ReadonlyMap<string, number>): PackedCounts =>
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
